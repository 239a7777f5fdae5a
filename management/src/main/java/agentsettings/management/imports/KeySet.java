package agentsettings.management.imports;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;

/**
 * The keys of the rows that were read, each with the number of its row: about 16 bytes a row, in open addressing. Of a key it keeps 64
 * bits of a digest with a random seed. So it may take a key for another that has the same bits, and report a row that repeats none: in
 * a file of n rows with the probability n²/2⁶⁵, which is less than one in a million for five million rows, and which nobody can raise
 * by a choice of keys. No row is lost by it, since the row is reported. Used by one thread.
 */
final class KeySet {

    private static final int CAPACITY_FIRST = 1 << 10;
    private static final int SEED_LENGTH = 16;

    private final MessageDigest digest;
    private final byte[] seed = new byte[SEED_LENGTH];
    private long[] hashes = new long[CAPACITY_FIRST];
    private int[] rows = new int[CAPACITY_FIRST];
    private int size;

    KeySet() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
        new SecureRandom().nextBytes(seed);
    }

    /**
     * Adds the key of a row.
     *
     * @param row from 1
     * @return the row that has the key already, which is kept; 0 if there is none
     */
    int add(String key, int row) {
        if (size >= hashes.length / 4 * 3) {
            grow();
        }
        long hash = hash(key);
        int index = index(hash);
        if (rows[index] != 0) {
            return rows[index];
        }
        hashes[index] = hash;
        rows[index] = row;
        size++;
        return 0;
    }

    private long hash(String key) {
        digest.update(seed);
        return ByteBuffer.wrap(digest.digest(key.getBytes(StandardCharsets.UTF_8)))
                .getLong();
    }

    /** Where the hash is, or belongs. */
    private int index(long hash) {
        int mask = hashes.length - 1;
        int index = (int) hash & mask;
        while (rows[index] != 0 && hashes[index] != hash) {
            index = (index + 1) & mask;
        }
        return index;
    }

    private void grow() {
        long[] oldHashes = hashes;
        int[] oldRows = rows;
        hashes = new long[oldHashes.length * 2];
        rows = new int[oldRows.length * 2];
        for (int i = 0; i < oldRows.length; i++) {
            if (oldRows[i] != 0) {
                int index = index(oldHashes[i]);
                hashes[index] = oldHashes[i];
                rows[index] = oldRows[i];
            }
        }
    }
}
