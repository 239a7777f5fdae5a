package agentsettings.client.management.records;

import agentsettings.core.apps.Edition;
import java.time.Instant;
import java.util.Optional;

/**
 * A client application of the vendor's interface. Immutable; its string form omits the secret.
 *
 * @param hasSecret whether any secret is accepted
 * @param previousSecretUntil how long the secret before is still accepted, if it is
 * @param secret only in the outcome of the operation that made it
 */
public record ClientApp(
        String key,
        String tenantId,
        Edition edition,
        boolean enabled,
        boolean hasSecret,
        Optional<Instant> previousSecretUntil,
        Instant createdAt,
        Optional<String> secret) {

    @Override
    public String toString() {
        return "ClientApp[" + key + ", tenant " + tenantId + ", edition " + edition.year()
                + (enabled ? "]" : ", disabled]");
    }
}
