package agentsettings.bench.soak.clients;

import static java.nio.charset.StandardCharsets.UTF_8;

import agentsettings.bench.load.Samples;
import java.util.Arrays;

/** The bytes of the soak's requests. */
final class Requests {

    static final String KEY = "ask_demoadmn_demo-management-key-for-local-use-only";
    static final String SECRET = "demo-app-secret-for-local-use-only";

    private static final String SETTINGS = "/apiaccess/CC-Management/v1/openapp/agentsettings/";
    private static final String TOKEN = "/apigovernance/api/oauth/tokenByAkSk";

    /** Settings with this default display number; the id only for an update. */
    static byte[] write(String operation, long user, String id, String number) {
        return vendor(
                operation,
                "{" + (id == null ? "" : "\"id\":\"" + id + "\",") + "\"userId\":\"" + Samples.userId(user)
                        + "\",\"callType\":\"1\",\"callerPresent\":[\"12323\",\"232232\"],\"callNumber\":[\"233\"],"
                        + "\"callNumberDefault\":\"233\",\"callerPresentDefault\":\"" + number + "\"}");
    }

    static byte[] delete(long user) {
        return vendor("delete", "{\"userId\":\"" + Samples.userId(user) + "\"}");
    }

    static byte[] query(long user) {
        return vendor("query", "{\"userId\":\"" + Samples.userId(user) + "\"}");
    }

    static byte[] vendor(String operation, String body) {
        return request(
                "POST " + SETTINGS + operation, "X-APP-Key: demo-app\r\nContent-Type: application/json\r\n", body);
    }

    static byte[] token(String secret) {
        return request(
                "POST " + TOKEN,
                "Content-Type: application/json\r\n",
                "{\"app_key\":\"demo-app\",\"app_secret\":\"" + secret + "\"}");
    }

    /** A read of the management interface; the path begins behind the tenant space. */
    static byte[] management(String path) {
        return request("GET /api/v1/tenants/" + Samples.TENANT + path, "Authorization: Bearer " + KEY + "\r\n", "");
    }

    /** Any request; header lines have their ends. */
    static byte[] request(String methodAndPath, String headerLines, String body) {
        byte[] content = body.getBytes(UTF_8);
        byte[] head = (methodAndPath + " HTTP/1.1\r\nHost: soak\r\n" + headerLines + "Content-Length: " + content.length
                        + "\r\n\r\n")
                .getBytes(UTF_8);
        byte[] all = Arrays.copyOf(head, head.length + content.length);
        System.arraycopy(content, 0, all, head.length, content.length);
        return all;
    }

    private Requests() {}
}
