package agentsettings.server.security;

import agentsettings.core.apps.ManagementKey;
import java.time.Duration;

/** The result of authenticating a request to the management interface. */
public sealed interface KeyAuthentication {

    /** The request was made with this key. */
    record Authenticated(ManagementKey key) implements KeyAuthentication {}

    /**
     * No valid management key was sent.
     *
     * @param reason a sentence for the caller; holds nothing that was sent
     */
    record Refused(String reason) implements KeyAuthentication {}

    /**
     * Too many wrong secrets were sent for the key from there, or for any keys.
     *
     * @param pause the time until the next attempt
     */
    record Paused(Duration pause) implements KeyAuthentication {}
}
