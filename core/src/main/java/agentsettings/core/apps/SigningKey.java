package agentsettings.core.apps;

import java.time.Instant;
import javax.crypto.SecretKey;

/** A symmetric key that tokens are signed with, told apart by its id. */
public record SigningKey(String id, SecretKey secret, Instant createdAt) {

    @Override
    public String toString() {
        return "SigningKey[" + id + "]";
    }
}
