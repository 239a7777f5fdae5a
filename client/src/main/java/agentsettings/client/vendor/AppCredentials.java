package agentsettings.client.vendor;

import agentsettings.core.apps.App;
import java.util.Optional;

/**
 * The key of an app, and its secret. Immutable; its string form omits the secret.
 *
 * @param appSecret empty for an app of edition 2023 that is to be called without a token. Adding users needs a token
 */
public record AppCredentials(String appKey, Optional<String> appSecret) {

    /** Throws an IllegalArgumentException that names the component and the rule it breaks. */
    public AppCredentials {
        App.keyFault(appKey).ifPresent(fault -> {
            throw new IllegalArgumentException("appKey: " + fault);
        });
        if (appSecret.isPresent() && appSecret.get().isEmpty()) {
            throw new IllegalArgumentException("appSecret: must not be empty");
        }
    }

    /** Returns the credentials of an app, which get a token. */
    public static AppCredentials of(String appKey, String appSecret) {
        return new AppCredentials(appKey, Optional.of(appSecret));
    }

    @Override
    public String toString() {
        return "AppCredentials[" + appKey + "]";
    }
}
