package agentsettings.server.addresses;

import java.math.BigInteger;
import java.net.InetAddress;

/** The addresses that share their first bits with this one. */
record CidrBlock(InetAddress address, int bits) {

    /**
     * Parses an address, or an address, a slash and a number of bits.
     *
     * @throws IllegalArgumentException if it is neither
     */
    static CidrBlock parse(String text) {
        int slash = text.indexOf('/');
        InetAddress address = InetAddress.ofLiteral(slash < 0 ? text : text.substring(0, slash));
        int length = address.getAddress().length * Byte.SIZE;
        int bits = slash < 0 ? length : Integer.parseInt(text.substring(slash + 1));
        if (bits < 1 || bits > length) {
            throw new IllegalArgumentException("bits: must be 1 to " + length);
        }
        return new CidrBlock(address, bits);
    }

    boolean contains(InetAddress other) {
        byte[] bytes = other.getAddress();
        return bytes.length == address.getAddress().length && first(bytes).equals(first(address.getAddress()));
    }

    private BigInteger first(byte[] bytes) {
        return new BigInteger(1, bytes).shiftRight(bytes.length * Byte.SIZE - bits);
    }
}
