package agentsettings.core.decisions;

import agentsettings.core.commands.CreateSettings;
import java.time.Instant;

/**
 * The outcome of the first request sent with an idempotency key.
 *
 * @param bodyDigest of that request
 * @param expiresAt from when on the key counts as new
 */
public record RememberedOutcome(String bodyDigest, CreateSettings.Outcome outcome, Instant expiresAt) {}
