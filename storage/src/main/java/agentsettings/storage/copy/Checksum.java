package agentsettings.storage.copy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * A checksum of a table's rows, whatever their order: the sum of the first eight bytes of each row's SHA-256. Used by
 * one thread.
 */
final class Checksum {

    private final MessageDigest digest;
    private long rows;
    private long sum;

    Checksum() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    void add(Object[] row) {
        for (Object value : row) {
            digest.update(text(value));
        }
        sum += ByteBuffer.wrap(digest.digest()).getLong();
        rows++;
    }

    long rows() {
        return rows;
    }

    long sum() {
        return sum;
    }

    /** The length comes before the value, so that no two rows have the same text. */
    private static byte[] text(Object value) {
        byte[] bytes = switch (value) {
            case null -> new byte[0];
            case byte[] raw -> raw;
            default -> value.toString().getBytes(StandardCharsets.UTF_8);
        };
        byte[] head = (value == null ? "-" : bytes.length + ":").getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(head.length + bytes.length)
                .put(head)
                .put(bytes)
                .array();
    }
}
