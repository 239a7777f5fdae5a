package agentsettings.acceptance.http;

import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;

/** Requests that nothing is wrong with but their framing, of every kind that the server takes, about the demo's users. */
final class SoundRequests {

    private static final int OF_FIVE = 5;
    private static final String FIELDS = "\"callType\":\"1\",\"callerPresent\":[\"12323\",\"232232\"],"
            + "\"callNumber\":\"12323,233\",\"callNumberDefault\":\"23232323\",\"callerPresentDefault\":\"+1212121212\"";

    private final RandomGenerator random;
    private final String token;

    SoundRequests(RandomGenerator random, String token) {
        this.random = random;
        this.token = token;
    }

    Request any() {
        return random.nextInt(OF_FIVE) == 0 ? tokenOrUser() : settings();
    }

    private Request settings() {
        Request call = switch (random.nextInt(OF_FIVE)) {
            case 0 -> Request.call("create", "{\"userId\":\"" + user() + "\"," + FIELDS + "}");
            case 1 -> Request.call("update", "{\"id\":\"" + id() + "\",\"userId\":\"" + user() + "\"," + FIELDS + "}");
            case 2 -> Request.call("delete", "{\"userId\":\"" + user() + "\"}");
            default -> Request.call("query", "{\"userId\":\"" + user() + "\"}");
        };
        return random.nextInt(OF_FIVE) == 0 ? calledBy(call) : call;
    }

    /** The same call with other credentials, good ones and bad ones. */
    private Request calledBy(Request call) {
        List<String> headers = switch (random.nextInt(OF_FIVE)) {
            case 0 -> List.of("x-app-key: demo-app", "X-TenantSpaceID: 202205116084");
            case 1 -> List.of("X-APP-KEY: nobody");
            case 2 -> List.of("X-APP-Key: demo-app", "Authorization: Basic ZGVtbw==");
            case 3 -> List.of("Authorization: Bearer " + token, "X-TenantSpaceID: 1");
            default -> List.of("X-APP-Key: demo-app", "Authorization: bearer " + token);
        };
        return new Request(call.line(), headers, call.body()).with("Host: localhost");
    }

    private Request tokenOrUser() {
        return random.nextBoolean()
                ? tokenRequest()
                : Request.call("", "{\"userAccount\":\"some.one\",\"userName\":\"Some One\"}")
                        .withLine("POST /apiaccess/rest/sum/v1/tenantSpaces/users HTTP/1.1")
                        .with("Authorization: Bearer " + token);
    }

    static Request tokenRequest() {
        return Request.call("", "{\"app_key\":\"demo-app\",\"app_secret\":\"demo-app-secret-for-local-use-only\"}")
                .withLine("POST /apigovernance/api/oauth/tokenByAkSk HTTP/1.1");
    }

    private String user() {
        return String.format(Locale.ROOT, "10gg000000demoUser%02d", random.nextInt(1, 21));
    }

    private String id() {
        return Long.toString(random.nextLong(1, Long.MAX_VALUE));
    }
}
