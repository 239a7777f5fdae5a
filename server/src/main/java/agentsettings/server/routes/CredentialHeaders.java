package agentsettings.server.routes;

import agentsettings.server.security.Credentials;
import agentsettings.wire.RequestException;
import agentsettings.wire.ReturnCode;
import java.util.List;

/** The headers that hold credentials. Each may be sent only once, since a proxy before us may have checked another value than we would. */
final class CredentialHeaders {

    /**
     * Reads the credentials.
     *
     * @throws RequestException if a header was sent more than once
     */
    static Credentials of(VendorExchange exchange) {
        return new Credentials(
                single(exchange, "X-APP-Key"), single(exchange, "Authorization"), single(exchange, "X-TenantSpaceID"));
    }

    private static String single(VendorExchange exchange, String name) {
        List<String> values = exchange.headers(name);
        if (values.size() > 1) {
            throw new RequestException(ReturnCode.VALUE_REFUSED, name + ": must be sent only once.");
        }
        return values.isEmpty() ? null : values.getFirst();
    }

    private CredentialHeaders() {}
}
