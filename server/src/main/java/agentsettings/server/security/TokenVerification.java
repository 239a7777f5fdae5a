package agentsettings.server.security;

import agentsettings.core.apps.App;

/** The result of verifying a token. */
public sealed interface TokenVerification {

    /** The token is valid, and was issued to this app. */
    record Valid(App app) implements TokenVerification {}

    /**
     * The token is not valid.
     *
     * @param reason the rest of a sentence about the token
     */
    record Invalid(String reason) implements TokenVerification {}
}
