package agentsettings.core.apps;

import java.time.Instant;
import javax.crypto.SecretKey;

/** A symmetric key for signing tokens, identified by its id. Immutable; its string form omits the secret. */
public record SigningKey(String id, SecretKey secret, Instant createdAt) {

    @Override
    public String toString() {
        return "SigningKey[" + id + "]";
    }
}
