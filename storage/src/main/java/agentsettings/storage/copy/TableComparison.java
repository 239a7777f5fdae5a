package agentsettings.storage.copy;

/**
 * The comparison of a table in the source with its copy in the target.
 *
 * @param rows read from the source
 * @param checksum of these rows
 * @param copiedRows read back from the target
 * @param copiedChecksum of these rows
 */
public record TableComparison(String table, long rows, long checksum, long copiedRows, long copiedChecksum) {

    public boolean equal() {
        return rows == copiedRows && checksum == copiedChecksum;
    }
}
