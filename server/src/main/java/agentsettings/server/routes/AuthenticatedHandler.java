package agentsettings.server.routes;

import agentsettings.core.apps.Caller;
import agentsettings.server.security.Authentication;
import agentsettings.server.security.Authentication.Authenticated;
import agentsettings.server.security.Credentials;
import agentsettings.server.security.Refused;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * Authenticates an exchange before it is served, or refuses it.
 *
 * @param authentication checks the credentials
 * @param next serves the caller's exchange
 */
record AuthenticatedHandler(
        Function<Credentials, Authentication> authentication, BiConsumer<VendorExchange, Caller> next)
        implements Route.Handler {

    @Override
    public void handle(VendorExchange exchange) {
        switch (authentication.apply(CredentialHeaders.of(exchange))) {
            case Refused refused -> exchange.refuse(refused);
            case Authenticated(Caller caller) -> {
                exchange.calledBy(caller);
                next.accept(exchange, caller);
            }
        }
    }
}
