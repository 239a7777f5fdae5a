package agentsettings.server.security;

import agentsettings.core.apps.ManagementKey;

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
}
