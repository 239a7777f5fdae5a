package agentsettings.management.console;

import agentsettings.core.apps.ManagementKey;
import agentsettings.core.users.UserKey;
import agentsettings.management.exchange.ApiJson;
import agentsettings.management.exchange.ApiResponse;
import agentsettings.management.problems.Fault;
import agentsettings.management.problems.ProblemException;
import agentsettings.management.problems.ProblemType;
import agentsettings.management.records.JsonText;
import agentsettings.management.records.KeyJson;
import agentsettings.server.security.KeyAuthentication;
import agentsettings.server.security.KeyAuthenticator;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Begins, shows and ends a session at the console. Safe for use by many threads. */
final class SessionPage {

    private final ConsoleSessions sessions;
    private final KeyAuthenticator authenticator;
    private final boolean secure;

    /** Sessions whose cookie is sent over TLS only, if this is served over it. */
    SessionPage(ConsoleSessions sessions, KeyAuthenticator authenticator, boolean secure) {
        this.sessions = sessions;
        this.authenticator = authenticator;
        this.secure = secure;
    }

    /**
     * Serves a request.
     *
     * @param address the client's, null if it is gone
     * @throws ProblemException if it cannot be served
     */
    ApiResponse respond(HttpServerRequest request, byte[] body, String address) {
        OwnPages.require(request);
        return switch (request.method().name()) {
            case "GET" -> show(request);
            case "POST" -> begin(body, address);
            case "DELETE" -> end(request);
            default ->
                throw new ProblemException(
                        ProblemType.METHOD_NOT_ALLOWED,
                        "This path takes only DELETE, GET, POST.",
                        Map.of("allow", "DELETE, GET, POST"));
        };
    }

    /** Without content if nobody is signed in. */
    private ApiResponse show(HttpServerRequest request) {
        String secret = SessionCookie.read(request).orElse("");
        return sessions.authenticate(secret, OwnPages.isByUser(request))
                .map(signedIn -> ApiResponse.ok(describe(signedIn, secret)))
                .orElseGet(ApiResponse::noContent);
    }

    private ApiResponse begin(byte[] body, String address) {
        JsonNode sent = ApiJson.parse(body);
        String code = JsonText.text(sent, "code");
        SignedIn signedIn = code == null ? byKey(JsonText.text(sent, "key"), address) : byCode(code);
        String secret = sessions.begin(signedIn);
        return ApiResponse.ok(describe(signedIn, secret)).with("set-cookie", SessionCookie.keep(secret, secure));
    }

    private SignedIn byCode(String code) {
        return sessions.redeem(code)
                .orElseThrow(() ->
                        new ProblemException(ProblemType.NOT_AUTHENTICATED, "The link was used before or is too old."));
    }

    private SignedIn byKey(String text, String address) {
        if (text == null || text.isBlank()) {
            throw ProblemException.invalid(List.of(Fault.at("/key", "is required.")));
        }
        return switch (authenticator.authenticate("Bearer " + text.strip(), address)) {
            case KeyAuthentication.Authenticated(ManagementKey key) -> new SignedIn(key, Optional.empty());
            case KeyAuthentication.Refused _ ->
                throw new ProblemException(ProblemType.NOT_AUTHENTICATED, "The management key is not valid.");
            case KeyAuthentication.Paused(Duration pause) ->
                throw new ProblemException(
                        ProblemType.TOO_MANY_REQUESTS,
                        "Too many management keys were sent with a wrong secret.",
                        Map.of("retry-after", Long.toString(Math.max(1, pause.toSeconds()))));
        };
    }

    private ApiResponse end(HttpServerRequest request) {
        SessionCookie.read(request).ifPresent(sessions::end);
        return ApiResponse.noContent().with("set-cookie", SessionCookie.forget(secure));
    }

    /** With the agent who signed in, or else with the key. */
    private ObjectNode describe(SignedIn signedIn, String secret) {
        Optional<Instant> end = sessions.endsAt(secret);
        ObjectNode session = ApiJson.object().put("idleSeconds", ConsoleSessions.IDLE_MAX.toSeconds());
        session.put("endsAt", end.map(ApiJson::time).orElse(null));
        Optional<UserKey> agent = signedIn.agent();
        if (agent.isPresent()) {
            session.putObject("agent")
                    .put("tenantId", agent.get().tenantId())
                    .put("userId", agent.get().userId());
        } else {
            session.set("key", KeyJson.of(signedIn.key()));
        }
        return session;
    }
}
