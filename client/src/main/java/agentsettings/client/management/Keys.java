package agentsettings.client.management;

import agentsettings.client.management.calls.ManagementCall;
import agentsettings.client.management.calls.ManagementCalls;
import agentsettings.client.management.calls.ResourcePath;
import agentsettings.client.management.json.KeyMapper;
import agentsettings.client.management.json.ReplyDecoder;
import agentsettings.client.management.records.KeyRecord;
import agentsettings.client.management.records.ListPage;
import agentsettings.client.management.records.Paging;
import agentsettings.core.apps.Role;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/** The management keys. Its methods throw as those of {@link ManagementClient} do. Thread-safe. */
public final class Keys {

    private static final ResourcePath KEYS = ResourcePath.of("keys");

    private final ManagementCalls calls;

    Keys(ManagementCalls calls) {
        this.calls = calls;
    }

    /** Returns a page of the keys, by id. */
    public ListPage<KeyRecord> list(Paging paging) {
        return calls.execute(ManagementCall.get(
                "list keys", ManagementCalls.page(KEYS, paging), ReplyDecoder.ofPage(paging.after(), KeyMapper::key)));
    }

    /** Returns all keys, by id. It reads a page of 1,000 when the first of it is wanted. */
    public Stream<KeyRecord> all() {
        return calls.stream(this::list);
    }

    /** Returns the key with this id, empty if there is none that the client's key has access to. */
    public Optional<KeyRecord> get(String keyId) {
        return calls.execute(ManagementCall.<Optional<KeyRecord>>get(
                "get key",
                path(keyId),
                ReplyDecoder.ofFoundOrNot("200", json -> Optional.of(KeyMapper.key(json)), Optional.empty())));
    }

    /**
     * Creates a key, which the service accepts within a second.
     *
     * @param tenantId empty for all tenant spaces
     * @param expiresAt empty for no end
     */
    public KeyRecord.Issued create(String name, Role role, Optional<String> tenantId, Optional<Instant> expiresAt) {
        return calls.execute(ManagementCall.post(
                        "create key",
                        KEYS,
                        KeyMapper.body(name, role, tenantId, expiresAt),
                        ReplyDecoder.of("201", KeyMapper::issued))
                .withIdempotencyKey(calls.newIdempotencyKey()));
    }

    /** Revokes a key. Returns false if there is none that the client's key has access to. */
    public boolean delete(String keyId) {
        return calls.execute(
                ManagementCall.delete("delete key", path(keyId), ReplyDecoder.ofFoundOrNot("204", _ -> true, false)));
    }

    private static ResourcePath path(String keyId) {
        return ResourcePath.of("keys", keyId);
    }
}
