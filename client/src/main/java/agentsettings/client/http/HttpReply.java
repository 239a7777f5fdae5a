package agentsettings.client.http;

import java.time.Duration;
import java.util.Optional;

/**
 * A complete response, its body within the limit.
 *
 * @param etag the header of this name, as sent
 * @param retryAfter of the header of this name, if it is a number of seconds
 * @param body must not be modified
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record HttpReply(int status, Optional<String> etag, Optional<Duration> retryAfter, byte[] body) {}
