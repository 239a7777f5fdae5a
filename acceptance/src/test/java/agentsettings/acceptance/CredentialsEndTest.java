package agentsettings.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tokens and apps end when they should on a server that runs: by time, by a new secret, and by being disabled. */
class CredentialsEndTest {
    private static final String TOKEN_PATH = "/apigovernance/api/oauth/tokenByAkSk";
    private static final String QUERY_PATH = "/apiaccess/CC-Management/v1/openapp/agentsettings/query";
    private static final String TOKEN_REFUSED = "\"returnCode\":\"2002\"";
    private static final String APP_REFUSED = "\"returnCode\":\"2003\"";
    private static final String CALLER_ACCEPTED = "\"returnCode\":\"5001\"";
    private static final Pattern PRINTED_SECRET = Pattern.compile("app_secret=(\\S+)");
    private static final Pattern ISSUED_TOKEN = Pattern.compile("\"AccessToken\":\"([^\"]+)\"");
    private static final Duration NOTICED_WITHIN = Duration.ofSeconds(10);
    private static final long POLL_MILLIS = 50;

    @TempDir
    static Path data;

    private static ServerProcess server;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        server = ServerProcess.startDemo(data);
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    @Test
    void aTokenIsRefusedWhenItsLifeIsOver() throws Exception {
        String secret = newApp("short-lived");
        String token = awaitToken("short-lived", secret, 1);
        awaitTrue("the token is refused", () -> query(token).contains(TOKEN_REFUSED));
    }

    @Test
    void aTokenIsRefusedWhenTheSecretIsRotated() throws Exception {
        String secret = newApp("rotated");
        String token = awaitToken("rotated", secret, 3600);
        assertThat(query(token)).contains(CALLER_ACCEPTED);

        String newSecret =
                secretIn(ChildJvm.run("app", "rotate-secret", "--data", data.toString(), "--key", "rotated"));
        awaitTrue("the token is refused", () -> query(token).contains(TOKEN_REFUSED));
        assertThat(askForToken("rotated", secret, 3600)).contains(APP_REFUSED);
        assertThat(query(awaitToken("rotated", newSecret, 3600))).contains(CALLER_ACCEPTED);
    }

    @Test
    void aTokenStaysRefusedWhenItsAppIsDisabledAndEnabledAgain() throws Exception {
        String secret = newApp("disabled");
        String token = awaitToken("disabled", secret, 3600);
        assertThat(query(token)).contains(CALLER_ACCEPTED);

        ChildJvm.run("app", "disable", "--data", data.toString(), "--key", "disabled");
        awaitTrue(
                "the app is refused",
                () -> askForToken("disabled", secret, 3600).contains(APP_REFUSED));
        assertThat(query(token)).doesNotContain(CALLER_ACCEPTED);

        ChildJvm.run("app", "enable", "--data", data.toString(), "--key", "disabled");
        assertThat(query(awaitToken("disabled", secret, 3600))).contains(CALLER_ACCEPTED);
        assertThat(query(token)).contains(TOKEN_REFUSED);
    }

    private static String newApp(String key) throws IOException, InterruptedException {
        return secretIn(
                ChildJvm.run("app", "create", "--data", data.toString(), "--key", key, "--tenant", "202205116084"));
    }

    private static String secretIn(String printed) {
        return firstGroup(PRINTED_SECRET, printed).orElseThrow(() -> new AssertionError("no secret in: " + printed));
    }

    private static String awaitToken(String key, String secret, int seconds) throws Exception {
        awaitTrue("a token is issued", () -> issuedToken(key, secret, seconds).isPresent());
        return issuedToken(key, secret, seconds).orElseThrow();
    }

    private static Optional<String> issuedToken(String key, String secret, int seconds) throws IOException {
        return firstGroup(ISSUED_TOKEN, askForToken(key, secret, seconds));
    }

    private static String askForToken(String key, String secret, int seconds) throws IOException {
        String body = "{\"app_key\":\"%s\",\"app_secret\":\"%s\"}".formatted(key, secret);
        return post(TOKEN_PATH, Map.of("X-Token-Expire", String.valueOf(seconds)), body);
    }

    private static String query(String token) throws IOException {
        return post(QUERY_PATH, Map.of("Authorization", "Bearer " + token), "{\"userId\":\"nobody\"}");
    }

    private static String post(String path, Map<String, String> headers, String body) throws IOException {
        try (RawHttp connection = RawHttp.connect(server.base())) {
            connection.send(RawHttp.request("POST", path, headers, body.getBytes(UTF_8)));
            return connection.read().text();
        }
    }

    private static Optional<String> firstGroup(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private static void awaitTrue(String what, Callable<Boolean> condition) throws Exception {
        long deadline = System.nanoTime() + NOTICED_WITHIN.toNanos();
        while (!condition.call()) {
            assertThat(System.nanoTime()).as(what + " within " + NOTICED_WITHIN).isLessThan(deadline);
            Thread.sleep(POLL_MILLIS);
        }
    }
}
