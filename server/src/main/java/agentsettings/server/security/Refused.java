package agentsettings.server.security;

import agentsettings.wire.ReturnCode;

/**
 * Credentials are refused.
 *
 * @param code with status 401 or 429
 * @param description for the caller; holds no value that was sent
 */
public record Refused(ReturnCode code, String description) implements Authentication, TokenIssue {}
