package agentsettings.wire;

/**
 * A response: a returnCode, which determines the HTTP status, and a serialized JSON body.
 *
 * @param body must not be modified
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Response(ReturnCode code, byte[] body) {}
