package agentsettings.storage.copy;

/**
 * What became of a table.
 *
 * @param rows read from the source
 * @param checksum of these
 * @param copiedRows read from the target, when all was written
 * @param copiedChecksum of these
 */
public record TableCopy(String table, long rows, long checksum, long copiedRows, long copiedChecksum) {

    public boolean equal() {
        return rows == copiedRows && checksum == copiedChecksum;
    }
}
