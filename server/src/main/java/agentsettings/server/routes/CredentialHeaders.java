package agentsettings.server.routes;

import agentsettings.server.security.Credentials;
import agentsettings.wire.RequestException;

/** The headers that hold credentials. */
final class CredentialHeaders {

    /**
     * Reads the credentials.
     *
     * @throws RequestException if a header was sent more than once
     */
    static Credentials of(VendorExchange exchange) {
        return new Credentials(
                exchange.header("X-APP-Key"), exchange.header("Authorization"), exchange.header("X-TenantSpaceID"));
    }

    private CredentialHeaders() {}
}
