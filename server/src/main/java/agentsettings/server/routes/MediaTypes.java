package agentsettings.server.routes;

import agentsettings.wire.RequestException;
import agentsettings.wire.ReturnCode;
import java.util.regex.Pattern;

/** The bodies that are accepted: JSON in UTF-8, also without a Content-Type, since not all of the vendor's clients send one. */
final class MediaTypes {

    private static final String PLAIN = "application/json";
    private static final Pattern JSON = Pattern.compile(
            "application/json(?:\\s*;\\s*charset\\s*=\\s*(?:utf-?8|\"utf-?8\"))?\\s*;?", Pattern.CASE_INSENSITIVE);

    static void requireJson(String contentType, String contentEncoding) {
        if (contentEncoding != null && !contentEncoding.equalsIgnoreCase("identity")) {
            throw new RequestException(ReturnCode.MEDIA_TYPE, "Content-Encoding: compressed bodies are not supported.");
        }
        if (contentType == null || contentType.equals(PLAIN)) {
            return;
        }
        if (!JSON.matcher(contentType.strip()).matches()) {
            throw new RequestException(ReturnCode.MEDIA_TYPE, "Content-Type must be application/json (UTF-8).");
        }
    }

    private MediaTypes() {}
}
