package agentsettings.management;

import agentsettings.core.apps.ManagementKey;
import agentsettings.core.apps.NumberCheck;
import agentsettings.core.apps.Role;
import agentsettings.core.apps.TenantSpace;
import agentsettings.core.users.UserKey;
import agentsettings.management.console.ConsoleSessions;
import agentsettings.management.console.OwnPages;
import agentsettings.management.console.SessionCookie;
import agentsettings.management.console.SignedIn;
import agentsettings.management.contract.ApiOperation;
import agentsettings.management.directory.DirectoryAccess;
import agentsettings.management.exchange.AdmittedKey;
import agentsettings.management.exchange.RequestReader;
import agentsettings.management.problems.NotFound;
import agentsettings.management.problems.ProblemException;
import agentsettings.management.problems.ProblemType;
import agentsettings.management.records.JsonText;
import agentsettings.server.http.head.CertificateName;
import agentsettings.server.limits.RateLimit;
import agentsettings.server.security.KeyAuthentication;
import agentsettings.server.security.KeyAuthenticator;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Lets in who may call an operation: a valid key, or the session of one, of a sufficient role, with access to the tenant space of the path;
 * or an agent, to what is the agent's own.
 *
 * @param certified whether the certificate of a client must name the key, and stands for it if none is sent
 */
record KeyGuard(
        KeyAuthenticator authenticator,
        boolean certified,
        ConsoleSessions sessions,
        RateLimit rateLimit,
        DirectoryAccess directory) {

    /**
     * The key of the request, with the number check of the tenant space of its path.
     *
     * @param address the client's, null if it is gone
     * @throws ProblemException if the request is not let in
     */
    AdmittedKey admit(ApiOperation operation, HttpServerRequest request, String address) {
        if (operation.role().isEmpty()) {
            return new AdmittedKey(null, Optional.empty(), NumberCheck.OFF);
        }
        SignedIn caller = authenticate(request, address);
        ManagementKey key = caller.key();
        Map<String, String> path = RequestReader.pathParameters(operation, request.path());
        if (!rateLimit.allows(caller.agent().map(UserKey::toString).orElse(key.id()))) {
            throw tooMany("The management key has sent too many requests in this second.", Duration.ofSeconds(1));
        }
        if (caller.agent().isPresent()) {
            requireOwn(operation, path, caller.agent().get());
        } else {
            requireRole(operation, key);
        }
        String tenantId = path.get("tenantId");
        return new AdmittedKey(
                key,
                caller.agent(),
                tenantId == null ? NumberCheck.OFF : tenant(key, tenantId).numberCheck());
    }

    private static void requireOwn(ApiOperation operation, Map<String, String> path, UserKey agent) {
        boolean own = operation.isForAgents()
                && agent.tenantId().equals(path.get("tenantId"))
                && agent.userId().equals(path.getOrDefault("userId", agent.userId()));
        if (!own) {
            throw new ProblemException(
                    ProblemType.NOT_PERMITTED, "An agent may see and change only their own settings.");
        }
    }

    private static void requireRole(ApiOperation operation, ManagementKey key) {
        Role least = JsonText.constant(Role.class, operation.role().get()).orElseThrow();
        if (!key.role().includes(least)) {
            throw new ProblemException(
                    ProblemType.NOT_PERMITTED,
                    "This takes the role " + operation.role().get() + "; the key has the role "
                            + JsonText.nameOf(key.role()) + ".");
        }
    }

    private SignedIn authenticate(HttpServerRequest request, String address) {
        String named = certified ? CertificateName.of(request).orElse("") : null;
        SignedIn caller = callerOf(request, named, address);
        if (certified && !caller.key().id().equals(named)) {
            throw notNamed();
        }
        return caller;
    }

    private SignedIn callerOf(HttpServerRequest request, String named, String address) {
        List<String> sent = request.headers().getAll("authorization");
        Optional<String> session = sent.isEmpty() ? SessionCookie.read(request) : Optional.empty();
        if (session.isPresent()) {
            OwnPages.require(request);
            return sessions.authenticate(session.get(), OwnPages.isByUser(request))
                    .orElseThrow(() -> new ProblemException(
                            ProblemType.NOT_AUTHENTICATED, "The session at the console is over; sign in again."));
        } else if (certified && sent.isEmpty()) {
            OwnPages.requireNoOther(
                    request); // a browser presents its certificate whichever page makes it send a request
            return new SignedIn(authenticator.usable(named).orElseThrow(KeyGuard::notNamed), Optional.empty());
        }
        KeyAuthentication result = sent.size() > 1
                ? new KeyAuthentication.Refused("Authorization: must be sent only once.")
                : authenticator.authenticate(sent.isEmpty() ? null : sent.getFirst(), address);
        return switch (result) {
            case KeyAuthentication.Authenticated(ManagementKey key) -> new SignedIn(key, Optional.empty());
            case KeyAuthentication.Refused(String reason) ->
                throw new ProblemException(ProblemType.NOT_AUTHENTICATED, reason, Map.of("www-authenticate", "Bearer"));
            case KeyAuthentication.Paused(Duration pause) ->
                throw tooMany("Too many management keys were sent with a wrong secret.", pause);
        };
    }

    private static ProblemException notNamed() {
        return new ProblemException(
                ProblemType.NOT_AUTHENTICATED,
                "The common name of the client's certificate must be the id of the management key.");
    }

    private static ProblemException tooMany(String detail, Duration pause) {
        String seconds = Long.toString(Math.max(1, pause.toSeconds()));
        return new ProblemException(ProblemType.TOO_MANY_REQUESTS, detail, Map.of("retry-after", seconds));
    }

    private TenantSpace tenant(ManagementKey key, String tenantId) {
        if (!key.hasAccessTo(tenantId)) {
            throw NotFound.tenant();
        }
        return directory.call(d -> d.tenantSpace(tenantId)).orElseThrow(NotFound::tenant);
    }
}
