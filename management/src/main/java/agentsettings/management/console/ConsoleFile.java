package agentsettings.management.console;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/** A file of the console, also compressed. Not modified. */
final class ConsoleFile {

    private static final Map<String, String> MEDIA_TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "svg", "image/svg+xml");

    private final String mediaType;
    private final byte[] content;
    private final byte[] compressed;
    private final String tag;

    /** A file whose media type is that of its name's end. */
    ConsoleFile(String name, byte[] content) {
        this.mediaType =
                MEDIA_TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "application/octet-stream");
        this.content = content;
        this.compressed = compressed(content);
        this.tag = '"' + digest(content) + '"';
    }

    String mediaType() {
        return mediaType;
    }

    byte[] content() {
        return content;
    }

    byte[] compressed() {
        return compressed;
    }

    /** Its entity tag. */
    String tag() {
        return tag;
    }

    private static byte[] compressed(byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Distinguishes content from other. */
    static String digest(byte[] content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
            return HexFormat.of().formatHex(digest, 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
