package agentsettings.server.routes;

import agentsettings.server.observation.PlainText;
import agentsettings.wire.RequestException;
import agentsettings.wire.ReturnCode;
import java.util.regex.Pattern;

/**
 * The bodies that are accepted: JSON in UTF-8, also without a Content-Type, since not all of the vendor's clients send one. An empty header
 * is the same as none.
 */
final class MediaTypes {

    private static final String PLAIN = "application/json";
    private static final int SHOWN_LENGTH_MAX = 100;
    private static final Pattern JSON = Pattern.compile(
            "application/json(?:\\s*;\\s*charset\\s*=\\s*(?:utf-?8|\"utf-?8\"))?\\s*;?", Pattern.CASE_INSENSITIVE);

    static void requireJson(String contentType, String contentEncoding) {
        if (!isAbsent(contentEncoding) && !contentEncoding.equalsIgnoreCase("identity")) {
            throw new RequestException(ReturnCode.MEDIA_TYPE, "Content-Encoding: compressed bodies are not supported.");
        }
        if (isAbsent(contentType) || contentType.equals(PLAIN)) {
            return;
        }
        if (!JSON.matcher(contentType.strip()).matches()) {
            throw new RequestException(
                    ReturnCode.MEDIA_TYPE,
                    "Content-Type must be application/json (UTF-8); got " + PlainText.of(contentType, SHOWN_LENGTH_MAX)
                            + ".");
        }
    }

    private static boolean isAbsent(String header) {
        return header == null || header.isEmpty();
    }

    private MediaTypes() {}
}
