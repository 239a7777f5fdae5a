package agentsettings.server.routes;

import agentsettings.core.apps.Caller;
import agentsettings.server.security.Authentication;
import agentsettings.server.security.Authentication.Authenticated;
import agentsettings.server.security.Credentials;
import agentsettings.server.security.Refused;
import agentsettings.wire.ReturnCode;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * Authenticates an exchange before it is served, or refuses it.
 *
 * @param authentication checks the credentials
 * @param certified whether the client's certificate must name the app
 * @param next serves the caller's exchange
 */
record AuthenticatedHandler(
        Function<Credentials, Authentication> authentication,
        boolean certified,
        BiConsumer<VendorExchange, Caller> next)
        implements Route.Handler {

    static final Refused NOT_NAMED =
            new Refused(ReturnCode.APP_REFUSED, "The common name of the client's certificate must be the app's key.");

    static boolean isNamedByCertificate(VendorExchange exchange, String appKey) {
        return exchange.head().certificateName().filter(appKey::equals).isPresent();
    }

    @Override
    public void handle(VendorExchange exchange) {
        switch (authentication.apply(CredentialHeaders.of(exchange))) {
            case Refused refused -> exchange.refuse(refused);
            case Authenticated(Caller caller) -> {
                if (certified && !isNamedByCertificate(exchange, caller.actor().name())) {
                    exchange.refuse(NOT_NAMED);
                    return;
                }
                exchange.calledBy(caller);
                next.accept(exchange, caller);
            }
        }
    }
}
