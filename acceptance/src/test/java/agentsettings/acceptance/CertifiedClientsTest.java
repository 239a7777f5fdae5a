package agentsettings.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where certificates name apps and management keys, a client can use no others, whatever secrets it has. */
class CertifiedClientsTest {

    private static final String QUERY = "/apiaccess/CC-Management/v1/openapp/agentsettings/query";
    private static final String TOKENS = "/apigovernance/api/oauth/tokenByAkSk";
    private static final String NOBODY = "{\"userId\":\"nobody\"}";
    private static final String SECRET =
            "{\"app_key\":\"demo-app\",\"app_secret\":\"demo-app-secret-for-local-use-only\"}";
    private static final String KEY = "Bearer ask_demoadmn_demo-management-key-for-local-use-only";
    private static final String SERVED = "\"returnCode\":\"5001\"";
    private static final String NOT_THIS_APP = "\"returnCode\":\"2003\"";

    @TempDir
    private static Path folder;

    private static TlsKeys keys;
    private static ServerProcess server;

    @BeforeAll
    static void serve() throws Exception {
        keys = TlsKeys.make(folder);
        String authorities =
                Files.readString(keys.addClient("demo-app")) + Files.readString(keys.addClient("demoadmn"));
        Path ca = Files.writeString(folder.resolve("ca.pem"), authorities);
        Path config = Files.writeString(
                folder.resolve("tls.properties"),
                keys.configuration("http")
                        + keys.configuration("management")
                        + "http.tls-client-ca=" + ca + "\nmanagement.tls-client-ca=" + ca
                        + "\nhttp.tls-client-names-app=true\nmanagement.tls-client-names-key=true\n");
        server = ServerProcess.startDemo(folder.resolve("data"), "--config", config.toString());
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    @Test
    void anAppIsServedOnlyOverConnectionsWhoseCertificateNamesIt() throws Exception {
        for (HttpClient.Version version : HttpClient.Version.values()) {
            HttpResponse<String> own = vendor("demo-app", version, QUERY, NOBODY, Map.of("X-APP-Key", "demo-app"));
            assertThat(own.version()).isEqualTo(version);
            assertThat(own.body()).contains(SERVED);

            HttpResponse<String> others = vendor("demoadmn", version, QUERY, NOBODY, Map.of("X-APP-Key", "demo-app"));
            assertThat(others.statusCode()).isEqualTo(401);
            assertThat(others.body()).contains(NOT_THIS_APP);
        }
    }

    @Test
    void aSecretAndATokenAreOfNoUseWithTheCertificateOfAnother() throws Exception {
        HttpClient.Version version = HttpClient.Version.HTTP_1_1;
        assertThat(vendor("demoadmn", version, TOKENS, SECRET, Map.of()).body()).contains(NOT_THIS_APP);

        HttpResponse<String> issued = vendor("demo-app", version, TOKENS, SECRET, Map.of());
        String token = issued.body().replaceFirst(".*\"AccessToken\":\"([^\"]*)\".*", "$1");
        Map<String, String> credentials = Map.of("X-APP-Key", "demo-app", "Authorization", "Bearer " + token);
        assertThat(vendor("demo-app", version, QUERY, NOBODY, credentials).body())
                .contains(SERVED);
        assertThat(vendor("demoadmn", version, QUERY, NOBODY, credentials).body())
                .contains(NOT_THIS_APP);
    }

    @Test
    void aCertificateStandsForTheManagementKeyThatItNames() throws Exception {
        for (HttpClient.Version version : HttpClient.Version.values()) {
            assertThat(management("demoadmn", version, Map.of()).statusCode()).isEqualTo(200);
            assertThat(management("demoadmn", version, Map.of("Authorization", KEY))
                            .statusCode())
                    .isEqualTo(200);
            assertThat(management("demoadmn", version, Map.of("Authorization", KEY + "x"))
                            .statusCode())
                    .isEqualTo(401);
        }
    }

    @Test
    void aCertificateOfABrowserIsOfNoUseToThePagesOfOthers() throws Exception {
        HttpResponse<String> refused =
                management("demoadmn", HttpClient.Version.HTTP_1_1, Map.of("Sec-Fetch-Site", "cross-site"));
        assertThat(refused.statusCode()).isEqualTo(403);
    }

    @Test
    void aManagementKeyIsOfNoUseWithTheCertificateOfAnother() throws Exception {
        for (Map<String, String> credentials : List.of(Map.<String, String>of(), Map.of("Authorization", KEY))) {
            HttpResponse<String> refused = management("demo-app", HttpClient.Version.HTTP_1_1, credentials);
            assertThat(refused.statusCode()).isEqualTo(401);
            assertThat(refused.body()).contains("The common name of the client's certificate must be");
        }
    }

    private static HttpResponse<String> vendor(
            String client, HttpClient.Version version, String path, String body, Map<String, String> headers)
            throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.base() + path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
        return send(client, version, request, headers);
    }

    private static HttpResponse<String> management(
            String client, HttpClient.Version version, Map<String, String> headers) throws Exception {
        return send(
                client, version, HttpRequest.newBuilder(URI.create(server.management() + "/api/v1/tenants")), headers);
    }

    private static HttpResponse<String> send(
            String client, HttpClient.Version version, HttpRequest.Builder request, Map<String, String> headers)
            throws Exception {
        headers.forEach(request::header);
        try (HttpClient http = HttpClient.newBuilder()
                .sslContext(keys.presenting(client))
                .version(version)
                .build()) {
            return http.send(request.build(), BodyHandlers.ofString());
        }
    }
}
