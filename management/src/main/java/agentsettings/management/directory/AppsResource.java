package agentsettings.management.directory;

import agentsettings.core.apps.App;
import agentsettings.core.apps.Edition;
import agentsettings.core.store.ChangeOutcome;
import agentsettings.core.store.Directory;
import agentsettings.management.exchange.ApiHandler;
import agentsettings.management.exchange.ApiRequest;
import agentsettings.management.exchange.ApiResponse;
import agentsettings.management.exchange.PageRequest;
import agentsettings.management.exchange.Preconditions;
import agentsettings.management.problems.NotFound;
import agentsettings.management.problems.ProblemException;
import agentsettings.management.problems.ProblemType;
import agentsettings.management.records.AppJson;
import agentsettings.management.records.JsonText;
import agentsettings.server.secrets.SecretHashes;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The apps and their secrets, which are shown once. Safe for use by many threads. */
public final class AppsResource {

    private static final String MISSING = "There is no such app.";

    private final DirectoryAccess directory;
    private final SecretHashes hashes;
    private final InstantSource clock;
    private final DirectoryRequests requests;
    private final DirectoryOutcomes<App> outcomes;

    public AppsResource(DirectoryAccess directory, SecretHashes hashes, InstantSource clock) {
        this.directory = directory;
        this.hashes = hashes;
        this.clock = clock;
        this.requests = new DirectoryRequests(directory, clock);
        this.outcomes = new DirectoryOutcomes<>(app -> AppJson.of(app, clock.instant()), App::tag, MISSING);
    }

    public Map<String, ApiHandler> handlers() {
        return Map.of(
                "listApps", this::list,
                "createApp", this::create,
                "getApp", this::get,
                "patchApp", this::patch,
                "deleteApp", this::delete,
                "createSecret", this::createSecret);
    }

    private ApiResponse list(ApiRequest request) {
        Optional<String> tenant = request.parameter("tenant");
        List<App> all = directory.<List<App>>call(Directory::apps).stream()
                .filter(app -> request.key().hasAccessTo(app.tenantId()))
                .filter(app -> tenant.isEmpty() || tenant.get().equals(app.tenantId()))
                .toList();
        return PageRequest.of(request)
                .response(
                        (after, limit) -> PageRequest.slice(all, App::key, after, limit),
                        app -> AppJson.of(app, clock.instant()),
                        all::size);
    }

    private ApiResponse create(ApiRequest request) {
        JsonNode body = request.body(AppJson::faults);
        String tenantId = JsonText.text(body, "tenantId");
        boolean visible = request.key().hasAccessTo(tenantId)
                && directory.call(d -> d.tenantSpace(tenantId)).isPresent();
        if (!visible) {
            throw NotFound.tenant();
        }
        String key = JsonText.text(body, "key");
        Edition edition = AppJson.edition(body).orElse(Edition.E2025);
        Instant now = clock.instant();
        var execution = requests.<Optional<App>>execute(
                request,
                "app",
                nonce -> d -> added(App.create(key, tenantId, edition, secretHash(nonce), now), d),
                Optional::isPresent);
        App app = execution
                .outcome()
                .map(added -> added.orElseThrow(
                        () -> new ProblemException(ProblemType.ALREADY_EXISTS, "There is an app with this key.")))
                .orElseGet(() -> madeBefore(key, execution.nonce()));
        return withSecret(app, execution.nonce());
    }

    private static Optional<App> added(App app, Directory directory) {
        return directory.addApp(app) ? Optional.of(app) : Optional.empty();
    }

    private String secretHash(String nonce) {
        return hashes.hash(hashes.secretOf(nonce));
    }

    /**
     * The app as it is now, if it still accepts the secret that was made with this nonce. Another app of the same key, perhaps of
     * another tenant space, does not.
     */
    private App madeBefore(String key, String nonce) {
        return directory
                .call(d -> d.app(key))
                .filter(app -> accepts(app, hashes.secretOf(nonce)))
                .orElseThrow(() ->
                        NotFound.of("The secret was made, and has been replaced, or the app has been deleted, since."));
    }

    private boolean accepts(App app, String secret) {
        String previous = app.previousSecretHash(clock.instant()).orElse("");
        return hashes.matches(secret, app.secretHash(), previous);
    }

    /** The app with the secret that was made with this nonce. */
    private ApiResponse withSecret(App app, String nonce) {
        String path = "/api/v1/apps/" + URLEncoder.encode(app.key(), StandardCharsets.UTF_8);
        JsonNode json = AppJson.of(app, clock.instant()).put("secret", hashes.secretOf(nonce));
        return outcomes.tagged(ApiResponse.created(json, path), app);
    }

    /** The app of the path, if the key may see it. */
    private App visible(ApiRequest request) {
        return directory
                .call(d -> d.app(request.required("appKey")))
                .filter(app -> request.key().hasAccessTo(app.tenantId()))
                .orElseThrow(() -> NotFound.of(MISSING));
    }

    private ApiResponse get(ApiRequest request) {
        return outcomes.got(request, Optional.of(visible(request)));
    }

    private ApiResponse patch(ApiRequest request) {
        var patch = AppJson.patch(request.body(AppJson::faults));
        String key = visible(request).key();
        return outcomes.changed(directory.call(d -> d.changeApp(key, patch, Preconditions.ofWrite(request))));
    }

    private ApiResponse delete(ApiRequest request) {
        String key = visible(request).key();
        return outcomes.removed(directory.call(d -> d.removeApp(key, Preconditions.ofWrite(request))));
    }

    private ApiResponse createSecret(ApiRequest request) {
        JsonNode body = request.body(AppJson::secretFaults);
        String key = visible(request).key();
        Instant now = clock.instant();
        var previousUntil = AppJson.previousUntil(body, now);
        var condition = Preconditions.ofWrite(request);
        var execution = requests.<ChangeOutcome<App>>execute(
                request,
                "secret of " + key,
                nonce -> d -> d.replaceSecret(key, secretHash(nonce), previousUntil, condition),
                ChangeOutcome.Changed.class::isInstance);
        App app = execution.outcome().map(outcomes::current).orElseGet(() -> madeBefore(key, execution.nonce()));
        return withSecret(app, execution.nonce());
    }
}
