package agentsettings.management.directory;

import agentsettings.core.apps.ManagementKey;
import agentsettings.core.apps.ManagementKeyText;
import agentsettings.core.store.KeyAddition;
import agentsettings.management.exchange.ApiHandler;
import agentsettings.management.exchange.ApiRequest;
import agentsettings.management.exchange.ApiResponse;
import agentsettings.management.exchange.PageRequest;
import agentsettings.management.problems.NotFound;
import agentsettings.management.problems.ProblemException;
import agentsettings.management.problems.ProblemType;
import agentsettings.management.records.JsonText;
import agentsettings.management.records.KeyJson;
import agentsettings.server.secrets.SecretHashes;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The management keys, whose texts are shown once. A key sees those of its tenant space. Safe for use by many threads. */
public final class KeysResource {

    private static final int ID_LENGTH = 8;

    private final DirectoryAccess directory;
    private final SecretHashes hashes;
    private final DirectoryRequests requests;
    private final InstantSource clock;

    public KeysResource(DirectoryAccess directory, SecretHashes hashes, InstantSource clock) {
        this.directory = directory;
        this.hashes = hashes;
        this.requests = new DirectoryRequests(directory, clock);
        this.clock = clock;
    }

    public Map<String, ApiHandler> handlers() {
        return Map.of(
                "listKeys", this::list, "createKey", this::create, "getKey", this::get, "deleteKey", this::delete);
    }

    private ManagementKey find(ApiRequest request) {
        return directory
                .call(d -> d.managementKey(request.required("keyId")))
                .filter(key -> request.key().hasAccessTo(key.tenantId()))
                .orElseThrow(() -> NotFound.of("There is no such management key."));
    }

    private ApiResponse list(ApiRequest request) {
        List<ManagementKey> all = directory.<List<ManagementKey>>call(d -> d.managementKeys(_ -> {})).stream()
                .filter(key -> request.key().hasAccessTo(key.tenantId()))
                .toList();
        return PageRequest.of(request)
                .response(
                        (after, limit) -> PageRequest.slice(all, ManagementKey::id, after, limit),
                        KeyJson::of,
                        all::size);
    }

    private ApiResponse get(ApiRequest request) {
        return ApiResponse.ok(KeyJson.of(find(request)));
    }

    private ApiResponse delete(ApiRequest request) {
        ManagementKey key = find(request);
        directory.call(d -> d.removeManagementKey(key.id()));
        return ApiResponse.noContent();
    }

    /** The key that is made with this nonce. */
    private ManagementKeyText text(String nonce) {
        return new ManagementKeyText(nonce.substring(0, ID_LENGTH), hashes.secretOf(nonce));
    }

    private ManagementKey key(ManagementKeyText text, String tenantId, JsonNode body, Instant now) {
        return new ManagementKey(
                text.id(),
                JsonText.text(body, "name"),
                KeyJson.role(body),
                tenantId,
                hashes.hash(text),
                now,
                KeyJson.expiresAt(body),
                null);
    }

    private ManagementKey madeBefore(ManagementKeyText text) {
        return directory
                .call(d -> d.managementKey(text.id()))
                .filter(key -> hashes.matches(text, key.secretHash()))
                .orElseThrow(() -> NotFound.of("The key was created, and has been revoked since."));
    }

    private static ApiResponse created(ManagementKey key, ManagementKeyText text) {
        return ApiResponse.created(KeyJson.of(key).put("key", text.reveal()), "/api/v1/keys/" + key.id());
    }

    private ApiResponse create(ApiRequest request) {
        Instant now = clock.instant();
        JsonNode body = request.body(sent -> KeyJson.faults(sent, now));
        String tenantId = JsonText.text(body, "tenantId");
        if (!request.key().hasAccessTo(tenantId)) {
            throw tenantId == null
                    ? new ProblemException(
                            ProblemType.NOT_PERMITTED,
                            "A management key of one tenant space makes only keys of that one.")
                    : NotFound.tenant();
        }
        var execution = requests.execute(
                request,
                "key",
                nonce -> d -> d.addManagementKey(key(text(nonce), tenantId, body, now)),
                KeyAddition.ADDED::equals);
        ManagementKeyText text = text(execution.nonce());
        if (execution.outcome().isEmpty()) {
            return created(madeBefore(text), text);
        }
        return switch (execution.outcome().get()) {
            case KeyAddition.ADDED -> created(key(text, tenantId, body, now), text);
            case KeyAddition.UNKNOWN_TENANT_SPACE -> throw NotFound.tenant();
            case KeyAddition.ID_TAKEN ->
                throw new ProblemException(
                        ProblemType.UNAVAILABLE, "The new key's id is taken. Try again.", Map.of("retry-after", "1"));
        };
    }
}
