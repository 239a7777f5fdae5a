package agentsettings.server.limits;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/** What limits go by: an address of IPv4, or the network of 64 bits in which one of IPv6 is, since a client may have all of that. */
final class ClientNetwork {

    private static final String UNKNOWN = "";
    private static final int NETWORK_BYTES = 8;

    /**
     * The network of an address.
     *
     * @param address its literal, null if it is not known
     */
    static String of(String address) {
        if (address == null || address.indexOf(':') < 0) {
            return address == null ? UNKNOWN : address;
        }
        try {
            return InetAddress.ofLiteral(address) instanceof Inet6Address v6
                    ? HexFormat.of().formatHex(Arrays.copyOf(v6.getAddress(), NETWORK_BYTES))
                    : InetAddress.ofLiteral(address).getHostAddress();
        } catch (IllegalArgumentException noLiteral) {
            return address;
        }
    }

    /**
     * Whether the client is on this machine.
     *
     * @param address its literal, null if it is not known
     */
    static boolean isLocal(String address) {
        try {
            return address != null && InetAddress.ofLiteral(address).isLoopbackAddress();
        } catch (IllegalArgumentException noLiteral) {
            return false;
        }
    }

    private ClientNetwork() {}
}
