package agentsettings.core.state;

import java.time.Instant;

/**
 * The outcome of the first request sent with an idempotency key.
 *
 * @param bodyDigest of that request
 * @param outcome of the kind of command that the key was sent with
 * @param expiresAt from when on the key counts as new
 */
public record RememberedOutcome(String bodyDigest, Object outcome, Instant expiresAt) {}
