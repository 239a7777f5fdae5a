package agentsettings.wire;

/**
 * What is sent back: a status and a JSON body, ready to write.
 *
 * @param body not to be changed by anyone
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, and written as it is
public record Response(ReturnCode code, byte[] body) {}
