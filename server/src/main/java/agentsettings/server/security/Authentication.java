package agentsettings.server.security;

import agentsettings.core.apps.Caller;

/** The result of authenticating a request: its caller, or a {@link Refused}. */
public sealed interface Authentication permits Authentication.Authenticated, Refused {

    /** The request is the caller's. */
    record Authenticated(Caller caller) implements Authentication {}
}
