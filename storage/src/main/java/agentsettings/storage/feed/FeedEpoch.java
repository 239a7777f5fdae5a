package agentsettings.storage.feed;

import agentsettings.core.store.DatabaseFact;
import agentsettings.core.store.Directory;
import java.security.SecureRandom;
import java.util.HexFormat;

/** Identifies the change log of a database. */
public final class FeedEpoch {

    private static final int BYTES = 6;

    /** The epoch of the database; a new one unless it has one. */
    public static String of(Directory directory) {
        if (directory.fact(DatabaseFact.FEED_EPOCH).isEmpty()) {
            byte[] random = new byte[BYTES];
            new SecureRandom().nextBytes(random);
            directory.addFact(DatabaseFact.FEED_EPOCH, HexFormat.of().formatHex(random));
        }
        return directory.fact(DatabaseFact.FEED_EPOCH).orElseThrow();
    }

    private FeedEpoch() {}
}
