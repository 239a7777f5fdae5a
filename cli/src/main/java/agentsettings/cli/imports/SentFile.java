package agentsettings.cli.imports;

import agentsettings.cli.files.NamedFile;
import agentsettings.cli.options.CommandFailure;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * A file to be imported. Immutable.
 *
 * @param isCsv whether it is CSV, otherwise JSON Lines
 * @param isPacked whether it is packed by gzip
 */
record SentFile(Path path, boolean isCsv, boolean isPacked) {

    private static final int GZIP_MAGIC = 0x1F8B;
    private static final int BUFFER = 64 * 1024;
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    /**
     * Looks into the file: JSON Lines begin with a curly bracket, as no CSV does.
     *
     * @throws CommandFailure if it can't be read, or if it is empty
     */
    static SentFile of(NamedFile file) {
        Path path = file.path();
        requireRegular(path);
        try {
            boolean isPacked = isPacked(path);
            int first = firstCharacter(path, isPacked);
            if (first < 0) {
                throw new CommandFailure("FILE: " + path + " is empty.");
            }
            return new SentFile(path, first != '{', isPacked);
        } catch (ZipException | EOFException e) {
            throw new CommandFailure("FILE: " + path + ": is not valid gzip.");
        } catch (IOException e) {
            throw file.notRead(e);
        }
    }

    /** Others cannot be read again. */
    private static void requireRegular(Path path) {
        boolean isOther = Files.exists(path) && !Files.isRegularFile(path) && !Files.isDirectory(path);
        boolean isStandardInput = path.toString().equals("-") && !Files.exists(path);
        if (isOther || isStandardInput) {
            throw new CommandFailure("FILE: must be a file on disk, because an import may read it again;"
                    + " standard input and pipes cannot be imported.");
        }
    }

    private static int firstCharacter(Path path, boolean isPacked) throws IOException {
        try (InputStream in = open(path, isPacked)) {
            skipByteOrderMark(in);
            int first = in.read();
            while (first == ' ' || first == '\t' || first == '\r' || first == '\n') {
                first = in.read();
            }
            return first;
        }
    }

    private static boolean isPacked(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            byte[] begin = in.readNBytes(2);
            return begin.length == 2 && (((begin[0] & 0xFF) << 8) | (begin[1] & 0xFF)) == GZIP_MAGIC;
        }
    }

    /** Opens the file, unpacked. */
    InputStream open() throws IOException {
        return open(path, isPacked);
    }

    private static InputStream open(Path path, boolean isPacked) throws IOException {
        InputStream in = Files.newInputStream(path);
        return new BufferedInputStream(isPacked ? new GZIPInputStream(in, BUFFER) : in, BUFFER);
    }

    private static void skipByteOrderMark(InputStream in) throws IOException {
        in.mark(BYTE_ORDER_MARK.length);
        if (!Arrays.equals(in.readNBytes(BYTE_ORDER_MARK.length), BYTE_ORDER_MARK)) {
            in.reset();
        }
    }
}
