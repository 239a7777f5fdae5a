package agentsettings.wire.json;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Decodes UTF-8 strictly. */
final class Utf8 {

    private static final char REPLACEMENT = '\uFFFD';

    /**
     * Decodes a body. The JDK's fast decoder replaces invalid bytes; only a text with replacements is decoded again, to distinguish
     * invalid bytes from a replacement character that was sent.
     *
     * @throws JsonException if the body is not UTF-8
     */
    static String decode(byte[] body) {
        String text = new String(body, StandardCharsets.UTF_8);
        if (text.indexOf(REPLACEMENT) >= 0) {
            requireUtf8(body);
        }
        return text;
    }

    private static void requireUtf8(byte[] body) {
        ByteBuffer bytes = ByteBuffer.wrap(body);
        try {
            StandardCharsets.UTF_8.newDecoder().decode(bytes);
        } catch (CharacterCodingException e) {
            throw JsonException.notUtf8(bytes.position() + 1);
        }
    }

    private Utf8() {}
}
