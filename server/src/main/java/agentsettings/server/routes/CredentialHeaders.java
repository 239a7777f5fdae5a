package agentsettings.server.routes;

import agentsettings.server.security.Credentials;
import agentsettings.wire.RequestException;
import agentsettings.wire.names.HttpNames;

/** The headers that hold credentials. */
final class CredentialHeaders {

    /**
     * Reads the credentials.
     *
     * @throws RequestException if a header was sent more than once
     */
    static Credentials of(VendorExchange exchange) {
        return new Credentials(
                exchange.header(HttpNames.APP_KEY_HEADER),
                exchange.header(HttpNames.AUTHORIZATION_HEADER),
                exchange.header(HttpNames.TENANT_SPACE_HEADER));
    }

    private CredentialHeaders() {}
}
