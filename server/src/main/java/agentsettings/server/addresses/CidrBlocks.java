package agentsettings.server.addresses;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;

/** Addresses and networks, IPv4 and IPv6. Immutable. */
public record CidrBlocks(List<CidrBlock> blocks) {

    /** No address. */
    public static final CidrBlocks NONE = new CidrBlocks(List.of());

    /**
     * Parses a list like {@code 10.0.0.0/8, 2001:db8::1}, separated by commas; empty for none.
     *
     * @throws IllegalArgumentException if a part is no address and no network, or is the network of all addresses
     */
    public static CidrBlocks parse(String text) {
        return text.isBlank()
                ? NONE
                : new CidrBlocks(Arrays.stream(text.split(",", -1))
                        .map(part -> CidrBlock.parse(part.strip()))
                        .toList());
    }

    public boolean isEmpty() {
        return blocks.isEmpty();
    }

    public boolean contains(InetAddress address) {
        return blocks.stream().anyMatch(block -> block.contains(address));
    }
}
