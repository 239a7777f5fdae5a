package agentsettings.client.vendor;

import static agentsettings.client.ScriptedServer.json;
import static agentsettings.client.ScriptedServer.raw;
import static agentsettings.client.vendor.Fixture.SECRET;
import static agentsettings.client.vendor.Replies.TOKEN_OPERATION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import agentsettings.client.ClientException;
import agentsettings.client.ScriptedServer;
import agentsettings.client.ScriptedServer.Request;
import agentsettings.client.ScriptedServer.Step;
import agentsettings.client.http.Redaction;
import agentsettings.client.vendor.Fixture.Call;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Neither secret nor token is shown anywhere, even if a server sends them back. */
final class SecrecyTest {

    private static final String TOKEN = "the-token-of-the-app";

    private static final List<Function<String, Step>> ECHOES = List.of(
            echoed -> json(400, "{\"returnCode\":\"1005\",\"returnDesc\":\"got " + echoed + "!\"}"),
            echoed -> json(400, "{\"returnCode\":\"" + echoed + "\"}"),
            echoed -> json(503, "{\"returnCode\":\"9003\",\"returnDesc\":\"" + echoed + "\"}"),
            echoed ->
                    json(200, "{\"returnCode\":\"0\",\"id\":\"" + echoed + "\",\"" + echoed + "\":\"" + echoed + "\""),
            echoed -> json(200, "{\"returnCode\":\"0\",\"id\":\"" + echoed + "\",\"retcode\":\"0\"}"),
            echoed -> raw("HTTP/1.1 " + echoed + "\r\n\r\n"),
            echoed -> raw(echoed + "\r\n\r\n"),
            echoed -> raw("HTTP/1.1 200 OK\r\n" + echoed + " : x\r\n\r\n"),
            echoed -> raw("HTTP/1.1 200 OK\r\nx: \u0000" + echoed + "\r\n\r\n"),
            echoed -> raw("HTTP/1.1 200 OK\r\ncontent-length: " + echoed + "\r\n\r\n"),
            echoed -> raw("HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n" + echoed + "\r\n"),
            echoed -> json(302, "", "location: http://127.0.0.1:1/" + echoed));

    private final List<String> logged = new ArrayList<>();
    private final Logger logger = Logger.getLogger("agentsettings.client");
    private final Handler recorder = new Handler() {
        @Override
        public synchronized void publish(LogRecord line) {
            logged.add(line.getMessage() + line.getThrown());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void recordTheLog() {
        logger.setLevel(Level.ALL);
        logger.addHandler(recorder);
    }

    @AfterEach
    void endTheRecord() {
        logger.removeHandler(recorder);
        logger.setLevel(null);
    }

    @Test
    void whateverTheServerSendsBackIsNotShown() {
        for (Function<String, Step> echo : ECHOES) {
            for (Call call : Call.values()) {
                requireNothingShown(
                        call,
                        request -> isForToken(request)
                                ? Replies.token(TOKEN, 3600)
                                : andCut(echo.apply(
                                        request.header("Authorization").replace("Bearer ", "") + " " + SECRET)));
            }
            requireNothingShown(Call.QUERY, _ -> andCut(echo.apply(SECRET)));
        }
        assertThat(logged).isNotEmpty().noneMatch(line -> line.contains(SECRET) || line.contains(TOKEN));
    }

    @Test
    void aTokenThatMustNotStandInAHeaderIsNotShown() {
        for (String token : List.of(TOKEN + "\\r\\nx: y", TOKEN + "ü", TOKEN + " x", TOKEN.repeat(300))) {
            requireNothingShown(Call.QUERY, _ -> Replies.token(token, 3600));
        }
        requireNothingShown(Call.QUERY, _ -> Replies.token(TOKEN, 0));
    }

    @Test
    void noStringFormShowsASecret() {
        Token token = Token.of(TOKEN, Instant.EPOCH, Duration.ofHours(1));
        assertThat(List.of(
                                AppCredentials.of("app", SECRET),
                                token,
                                new TokenCodec.Issued(TOKEN, Duration.ofHours(1)),
                                new Redaction(List.of(SECRET, TOKEN)))
                        .toString())
                .doesNotContain(SECRET)
                .doesNotContain(TOKEN)
                .contains("app");
    }

    @Test
    void aDescriptionIsOneShortLine() {
        try (Fixture fixture = Fixture.of(json(
                400, "{\"returnCode\":\"1005\",\"returnDesc\":\"a\\nb\\u001b[2J\\u202e" + "x".repeat(1000) + "\"}"))) {
            assertThatThrownBy(() -> fixture.perform(Call.QUERY))
                    .hasMessage("query: 400 1005 a?b?[2J?" + "x".repeat(392));
        }
    }

    private static void requireNothingShown(Call call, ScriptedServer.Script script) {
        try (Fixture fixture = Fixture.withTokens(script)) {
            StringWriter shown = new StringWriter();
            try {
                shown.append(fixture.perform(call).toString());
            } catch (ClientException failure) {
                failure.printStackTrace(new PrintWriter(shown, true));
                shown.append(failure.details().toString());
            }
            assertThat(shown.toString()).doesNotContain(SECRET).doesNotContain(TOKEN);
        }
    }

    private static boolean isForToken(Request request) {
        return request.operation().equals(TOKEN_OPERATION);
    }

    private static Step andCut(Step step) {
        return connection -> {
            step.perform(connection);
            connection.close();
        };
    }
}
