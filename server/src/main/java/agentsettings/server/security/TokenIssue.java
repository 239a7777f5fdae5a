package agentsettings.server.security;

import agentsettings.wire.AccessToken;

/** The result of a request for a token: the token, or a {@link Refused}. */
public sealed interface TokenIssue permits TokenIssue.Issued, Refused {

    /** Key and secret were those of an enabled app. */
    record Issued(AccessToken token) implements TokenIssue {}
}
