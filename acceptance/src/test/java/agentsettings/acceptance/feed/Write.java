package agentsettings.acceptance.feed;

import java.util.Optional;

/**
 * A change that was requested. Immutable.
 *
 * @param token what the record holds after this change and after no other; empty if the record is deleted
 * @param isCertain whether it was acknowledged; if not, it may have been made or not
 */
record Write(Optional<String> token, boolean isCertain) {

    /** A change that was not acknowledged yet. */
    static Write of(String token) {
        return new Write(Optional.of(token), false);
    }

    /** A deletion that was not acknowledged yet. */
    static Write deletion() {
        return new Write(Optional.empty(), false);
    }

    Write acknowledged() {
        return new Write(token, true);
    }
}
