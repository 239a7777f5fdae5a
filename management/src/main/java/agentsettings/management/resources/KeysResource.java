package agentsettings.management.resources;

import agentsettings.core.apps.ManagementKey;
import agentsettings.core.apps.ManagementKeyText;
import agentsettings.core.store.KeyAddition;
import agentsettings.management.exchange.ApiHandler;
import agentsettings.management.exchange.ApiRequest;
import agentsettings.management.exchange.ApiResponse;
import agentsettings.management.exchange.PageRequest;
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

    private final DirectoryAccess directory;
    private final SecretHashes hashes;
    private final InstantSource clock;

    public KeysResource(DirectoryAccess directory, SecretHashes hashes, InstantSource clock) {
        this.directory = directory;
        this.hashes = hashes;
        this.clock = clock;
    }

    public Map<String, ApiHandler> handlers() {
        return Map.of(
                "listKeys", this::list, "createKey", this::create, "getKey", this::get, "deleteKey", this::delete);
    }

    private List<ManagementKey> visible(ApiRequest request) {
        return directory.<List<ManagementKey>>call(d -> d.managementKeys(_ -> {})).stream()
                .filter(key -> request.key().hasAccessTo(key.tenantId()))
                .toList();
    }

    private ManagementKey find(ApiRequest request) {
        return visible(request).stream()
                .filter(key -> key.id().equals(request.required("keyId")))
                .findFirst()
                .orElseThrow(() -> NotFound.of("There is no such management key."));
    }

    private ApiResponse list(ApiRequest request) {
        List<ManagementKey> all = visible(request);
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
        ManagementKeyText text = ManagementKeyText.random();
        ManagementKey key = new ManagementKey(
                text.id(),
                JsonText.text(body, "name"),
                KeyJson.role(body),
                tenantId,
                hashes.hash(text),
                now,
                KeyJson.expiresAt(body),
                null);
        return switch (directory.call(d -> d.addManagementKey(key))) {
            case KeyAddition.ADDED ->
                ApiResponse.created(KeyJson.of(key).put("key", text.reveal()), "/api/v1/keys/" + key.id());
            case KeyAddition.UNKNOWN_TENANT_SPACE -> throw NotFound.tenant();
            case KeyAddition.ID_TAKEN ->
                throw new ProblemException(
                        ProblemType.UNAVAILABLE, "The new key's id is taken. Try again.", Map.of("retry-after", "1"));
        };
    }
}
