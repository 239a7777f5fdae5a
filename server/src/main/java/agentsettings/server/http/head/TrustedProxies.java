package agentsettings.server.http.head;

import agentsettings.server.addresses.CidrBlocks;
import io.vertx.core.http.HttpServerRequest;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/**
 * Finds the address of the client behind proxies that tell it. Each proxy adds the address that it was called from at the end of a
 * header; those that untrusted senders added before are not believed. Immutable.
 *
 * @param addresses those of the proxies that are believed
 * @param speakProxyProtocol whether their connections begin with a header of the PROXY protocol
 */
public record TrustedProxies(CidrBlocks addresses, boolean speakProxyProtocol) {

    /** No proxy is believed. */
    public static final TrustedProxies NONE = new TrustedProxies(CidrBlocks.NONE, false);

    /**
     * The address of the request's client: of the connection's other side, unless that is a proxy, then the last one in its header that is
     * not a proxy. If both headers were sent and tell different clients, none is believed, since one of them may be the client's own.
     * Returns null if the connection is closed.
     */
    String client(HttpServerRequest request) {
        if (request.remoteAddress() == null) {
            return null;
        }
        String peer = request.remoteAddress().hostAddress();
        if (addresses.isEmpty() || !isTrusted(peer)) {
            return peer;
        }
        Optional<String> standard =
                last(ForwardedHeader.standard(request.headers().getAll("forwarded")));
        Optional<String> older = last(ForwardedHeader.older(request.headers().getAll("x-forwarded-for")));
        if (standard.isPresent() && older.isPresent() && !standard.equals(older)) {
            return peer;
        }
        return standard.or(() -> older).orElse(peer);
    }

    /** The last sender that is not a proxy; the first proxy if all are. What is not an address ends the search. */
    private Optional<String> last(List<String> senders) {
        Optional<String> client = Optional.empty();
        for (String sender : senders.reversed()) {
            Optional<InetAddress> address = ForwardedHeader.address(sender);
            if (address.isEmpty()) {
                return client;
            }
            client = address.map(InetAddress::getHostAddress);
            if (!addresses.contains(address.get())) {
                return client;
            }
        }
        return client;
    }

    private boolean isTrusted(String peer) {
        return ForwardedHeader.address(peer).filter(addresses::contains).isPresent();
    }
}
