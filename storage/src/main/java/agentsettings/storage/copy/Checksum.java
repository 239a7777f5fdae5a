package agentsettings.storage.copy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;

/**
 * Says whether two tables hold the same rows, in whatever order: each row's values as an unmistakable text, the first eight bytes of
 * that text's SHA-256 as a number, and the sum of these. Used by one thread.
 */
final class Checksum {

    private final MessageDigest digest;
    private long rows;
    private long sum;

    Checksum() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every JDK has it
        }
    }

    void add(List<Column> columns, Object[] row) {
        for (int i = 0; i < row.length; i++) {
            if (columns.get(i).compared()) {
                digest.update(text(row[i]));
            }
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

    /** The length before the value, so that no two rows have the same text. */
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
