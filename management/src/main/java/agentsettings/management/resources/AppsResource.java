package agentsettings.management.resources;

import agentsettings.core.apps.App;
import agentsettings.core.apps.Edition;
import agentsettings.core.store.Directory;
import agentsettings.management.exchange.ApiHandler;
import agentsettings.management.exchange.ApiRequest;
import agentsettings.management.exchange.ApiResponse;
import agentsettings.management.exchange.PageRequest;
import agentsettings.management.exchange.Preconditions;
import agentsettings.management.problems.ProblemException;
import agentsettings.management.problems.ProblemType;
import agentsettings.management.records.AppJson;
import agentsettings.management.records.JsonText;
import agentsettings.server.secrets.SecretHashes;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The apps and their secrets, which are shown once. Safe for use by many threads. */
public final class AppsResource {

    private static final int SECRET_BYTES = 32;
    private static final String MISSING = "There is no such app.";

    private final DirectoryAccess directory;
    private final SecretHashes hashes;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();
    private final DirectoryOutcomes<App> outcomes;

    public AppsResource(DirectoryAccess directory, SecretHashes hashes, InstantSource clock) {
        this.directory = directory;
        this.hashes = hashes;
        this.clock = clock;
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
        String secret = newSecret();
        Edition edition = AppJson.edition(body).orElse(Edition.E2025);
        App app = App.create(JsonText.text(body, "key"), tenantId, edition, hashes.hash(secret), clock.instant());
        if (!directory.call(d -> d.addApp(app))) {
            throw new ProblemException(ProblemType.ALREADY_EXISTS, "There is an app with this key.");
        }
        return withSecret(app, secret);
    }

    private String newSecret() {
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private ApiResponse withSecret(App app, String secret) {
        String path = "/api/v1/apps/" + URLEncoder.encode(app.key(), StandardCharsets.UTF_8);
        JsonNode json = AppJson.of(app, clock.instant()).put("secret", secret);
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
        String secret = newSecret();
        Instant now = clock.instant();
        var outcome = directory.call(d -> d.replaceSecret(
                key, hashes.hash(secret), AppJson.previousUntil(body, now), Preconditions.ofWrite(request)));
        return withSecret(outcomes.current(outcome), secret);
    }
}
