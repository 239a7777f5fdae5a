package agentsettings.management.imports.parsing;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The bytes of a row. Not changed once it is made.
 *
 * @param number counted from 1, blank rows included
 * @param line the line on which it begins, counted from 1; a row of CSV may have several
 * @param bytes without the line break that ends it; its beginning if it is too long
 * @param isTooLong whether it has more than {@link RowSplitter#ROW_MAX} bytes
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares rows
public record RawRow(long number, long line, byte[] bytes, boolean isTooLong) {

    /** Whether it has only white space. */
    boolean isBlank() {
        for (byte b : bytes) {
            if (b != ' ' && b != '\t' && b != '\r') {
                return false;
            }
        }
        return true;
    }

    /** Why it has no text. Byte order marks are those of UTF-16. */
    String encodingFault() {
        boolean isUtf16 =
                number == 1 && bytes.length > 1 && ((bytes[0] & bytes[1] & 0xFE) == 0xFE) && bytes[0] != bytes[1];
        return isUtf16
                ? "The file is in UTF-16; it must be in UTF-8."
                : "The row is not in UTF-8. A spreadsheet can save the file as \"CSV UTF-8\".";
    }

    /** Its text; empty if it is not in UTF-8. */
    Optional<String> text() {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
