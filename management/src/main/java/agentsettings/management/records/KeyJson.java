package agentsettings.management.records;

import agentsettings.core.apps.ManagementKey;
import agentsettings.core.apps.Role;
import agentsettings.core.apps.TenantSpace;
import agentsettings.management.exchange.ApiJson;
import agentsettings.management.problems.Fault;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Management keys in JSON, without their secrets. Stateless. */
public final class KeyJson {

    private static final String EXPIRES_AT = "expiresAt";

    /** The rules that the body of a new key breaks. */
    public static List<Fault> faults(JsonNode body, Instant now) {
        List<Fault> faults = new ArrayList<>();
        TenantJson.check(body, "name", ManagementKey::nameFault, faults);
        TenantJson.check(body, "tenantId", TenantSpace::idFault, faults);
        TenantJson.check(body, EXPIRES_AT, text -> expiresAtFault(text, now), faults);
        return faults;
    }

    private static Optional<String> expiresAtFault(String text, Instant now) {
        try {
            return ManagementKey.expiresAtFault(OffsetDateTime.parse(text).toInstant(), now);
        } catch (DateTimeException e) {
            return Optional.of("must be a time in RFC 3339 with a zone, such as 2026-01-31T08:00:00Z.");
        }
    }

    /** The end that a valid body gives a key; null if none. */
    public static Instant expiresAt(JsonNode body) {
        String text = JsonText.text(body, EXPIRES_AT);
        return text == null ? null : OffsetDateTime.parse(text).toInstant();
    }

    /** The role that a valid body gives a key. */
    public static Role role(JsonNode body) {
        return JsonText.constant(Role.class, JsonText.text(body, "role")).orElseThrow();
    }

    public static ObjectNode of(ManagementKey key) {
        return ApiJson.object()
                .put("id", key.id())
                .put("name", key.name())
                .put("role", JsonText.nameOf(key.role()))
                .put("tenantId", key.tenantId())
                .put("createdAt", ApiJson.time(key.createdAt()))
                .put(EXPIRES_AT, time(key.expiresAt()))
                .put("lastUsedAt", time(key.lastUsedAt()));
    }

    private static String time(Instant time) {
        return time == null ? null : ApiJson.time(time);
    }

    private KeyJson() {}
}
