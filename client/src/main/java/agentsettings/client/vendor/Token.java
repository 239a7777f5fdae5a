package agentsettings.client.vendor;

import java.time.Duration;
import java.time.Instant;

/**
 * An access token. Immutable; its string form omits the token.
 *
 * @param renewAt when the next token is to be fetched, while this one is still used
 * @param endsAt when this one is used no longer
 */
record Token(String text, Instant renewAt, Instant endsAt) {

    /**
     * Returns a token that is renewed after four fifths of its life, and not used in the last twentieth, since its last
     * request must reach the service in time.
     *
     * @param requestedAt the time before it was requested
     */
    static Token of(String text, Instant requestedAt, Duration life) {
        return new Token(
                text,
                requestedAt.plus(life.multipliedBy(4).dividedBy(5)),
                requestedAt.plus(life.multipliedBy(19).dividedBy(20)));
    }

    @Override
    public String toString() {
        return "Token[" + endsAt + "]";
    }
}
