package agentsettings.core.requests;

import agentsettings.core.apps.Actor;
import java.time.Instant;

/**
 * A request that makes something in the directory, and may be sent again under its idempotency key.
 *
 * @param nonce a random text from which the secret is derived that the request makes; remembered, so that a repetition derives it again
 * @param now the time of the request
 */
public record RepeatableRequest(Actor actor, Idempotency idempotency, String nonce, Instant now) {}
