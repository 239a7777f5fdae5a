package agentsettings.management.exchange;

import java.io.InputStream;

/**
 * A file that is the body of a request, read while it arrives.
 *
 * @param mediaType one that the operation takes, without parameters
 * @param isGzip whether the content is compressed
 * @param content used by the thread that serves the request
 */
public record Upload(String mediaType, boolean isGzip, InputStream content) {}
