package agentsettings.server.http;

/** The limits on a request that are part of the contract, and therefore not configurable; sizes in bytes. */
final class HttpLimits {

    static final int BODY_MAX = 16 * 1024;
    static final int REQUEST_LINE_MAX = 4 * 1024;
    static final int HEADERS_MAX = 8 * 1024;
    static final int CHUNK_MAX = 8 * 1024;

    private HttpLimits() {}
}
