package agentsettings.server.http.head;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The head of a request that has just arrived. Confined to its connection's event loop, except for the id and the time. */
public class RequestHead {

    private final HttpServerRequest request;
    private final TrustedProxies proxies;
    private final String requestId;
    private final long arrived = System.nanoTime();

    protected RequestHead(HttpServerRequest request, TrustedProxies proxies) {
        this.request = request;
        this.proxies = proxies;
        this.requestId = RequestId.of(request.getHeader(RequestId.HEADER));
    }

    /** The id under which the request is found in the log, and which its response has in the header {@link RequestId#HEADER}. */
    public final String requestId() {
        return requestId;
    }

    /** The time since the head has arrived, in nanoseconds. */
    public final long nanos() {
        return System.nanoTime() - arrived;
    }

    /** The path as sent, without the query. */
    public final String path() {
        return request.path();
    }

    public final HttpMethod method() {
        return request.method();
    }

    /** The header's first value, null if it was not sent; names are case-insensitive. */
    public final String header(String name) {
        return request.getHeader(name);
    }

    /** All values of the header, in the order in which they were sent. */
    public final List<String> headers(String name) {
        return request.headers().getAll(name);
    }

    /** All headers, in the order in which they were sent. */
    public final List<Map.Entry<String, String>> headers() {
        return request.headers().entries();
    }

    /** The name in the client's certificate; see {@link CertificateName}. */
    public final Optional<String> certificateName() {
        return CertificateName.of(request);
    }

    /** The client's address, behind trusted proxies if there are any; null if the connection is closed. */
    public final String remoteHost() {
        return proxies.client(request);
    }
}
