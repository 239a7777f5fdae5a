package agentsettings.server.routes;

import agentsettings.server.security.Authenticator;
import agentsettings.server.security.Refused;
import agentsettings.server.security.TokenIssue.Issued;
import agentsettings.server.security.Tokens;
import agentsettings.wire.AccessToken;
import agentsettings.wire.RequestException;
import agentsettings.wire.ReturnCode;
import agentsettings.wire.TokenRequest;
import agentsettings.wire.TokenResponses;
import agentsettings.wire.names.HttpNames;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/** The operation that issues a token for an app's key and secret. */
public final class TokenRoutes {

    private static final long LIFE_MAX_SECONDS = Tokens.LIFE_MAX.toSeconds();
    private static final Pattern UP_TO_FOUR_DIGITS = Pattern.compile("[0-9]{1,4}");

    private final Authenticator authenticator;
    private final boolean certified;

    /**
     * Serves nothing yet.
     *
     * @param certified whether the certificate of a client must name its app
     */
    public TokenRoutes(Authenticator authenticator, boolean certified) {
        this.certified = certified;
        this.authenticator = authenticator;
    }

    public List<Route> routes() {
        return List.of(Route.post(HttpNames.TOKEN_PATH, "app key and secret", this::issue));
    }

    private void issue(VendorExchange exchange) {
        TokenRequest request = TokenRequest.read(exchange.body());
        Duration life = life(exchange.header(HttpNames.TOKEN_EXPIRE_HEADER));
        if (certified && !AuthenticatedHandler.isNamedByCertificate(exchange, request.appKey())) {
            exchange.refuse(AuthenticatedHandler.NOT_NAMED); // before the secret, so that it can't be guessed
            return;
        }
        switch (authenticator.issueToken(request, life, exchange.head().remoteHost())) {
            case Issued(AccessToken token) -> exchange.respond(TokenResponses.issued(token));
            case Refused refused -> exchange.refuse(refused);
        }
    }

    private static Duration life(String header) {
        if (header == null) {
            return Tokens.LIFE_MAX;
        }
        int seconds = UP_TO_FOUR_DIGITS.matcher(header).matches() ? Integer.parseInt(header) : 0;
        if (seconds < 1 || seconds > LIFE_MAX_SECONDS) {
            throw new RequestException(
                    ReturnCode.VALUE_REFUSED, "X-Token-Expire: must be 1 to " + LIFE_MAX_SECONDS + " seconds.");
        }
        return Duration.ofSeconds(seconds);
    }
}
