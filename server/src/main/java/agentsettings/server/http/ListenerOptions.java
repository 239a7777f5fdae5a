package agentsettings.server.http;

import agentsettings.server.http.head.TrustedProxies;
import agentsettings.server.http.limits.ConnectionLimits;
import agentsettings.server.http.tls.ServerTls;

/**
 * The address of a port, and what holds for its connections.
 *
 * @param port 0 for any that is free
 * @param tls null without TLS
 * @param proxies those whose word on their clients is believed
 */
public record ListenerOptions(String host, int port, ConnectionLimits limits, ServerTls tls, TrustedProxies proxies) {

    /** A port without TLS and proxies. */
    public ListenerOptions(String host, int port, ConnectionLimits limits) {
        this(host, port, limits, null, TrustedProxies.NONE);
    }

    /** The same on another port. */
    public ListenerOptions withPort(int other) {
        return new ListenerOptions(host, other, limits, tls, proxies);
    }
}
