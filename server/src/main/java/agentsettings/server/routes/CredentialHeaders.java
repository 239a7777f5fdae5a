package agentsettings.server.routes;

import agentsettings.server.http.Exchange;
import agentsettings.server.security.Credentials;

/** The headers that say who is calling. */
final class CredentialHeaders {

    static Credentials of(Exchange exchange) {
        return new Credentials(
                exchange.header("x-app-key"), exchange.header("authorization"), exchange.header("x-tenantspaceid"));
    }

    private CredentialHeaders() {}
}
