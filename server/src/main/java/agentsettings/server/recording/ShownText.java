package agentsettings.server.recording;

import agentsettings.server.observation.PlainText;
import agentsettings.wire.names.HttpNames;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Decides what of a request may be shown: whatever could be a secret or a token is not. Stateless. */
final class ShownText {

    private static final int HEADER_LENGTH_MAX = 256;

    /** The headers whose values are shown. All others may hold credentials. */
    private static final Set<String> HEADERS = Set.of(
            "accept",
            "accept-encoding",
            "connection",
            "content-encoding",
            "content-length",
            "content-type",
            "expect",
            "host",
            "idempotency-key",
            "transfer-encoding",
            "user-agent",
            "x-app-key",
            "x-request-id",
            "x-tenantspaceid",
            "x-token-expire");

    /** What a text has that holds credentials; tokens begin with eyJ. */
    private static final List<String> SIGNS =
            List.of("secret", "password", "passwd", "token", "authorization", "bearer", "ask_", "eyj");

    private static final Pattern ESCAPE = Pattern.compile("\\\\u([0-9a-fA-F]{4})");

    static RecordedRequest.Header header(Map.Entry<String, String> sent) {
        boolean isShown = HEADERS.contains(sent.getKey().toLowerCase(Locale.ROOT)) && isHarmless(sent.getValue());
        return new RecordedRequest.Header(
                PlainText.of(sent.getKey(), HEADER_LENGTH_MAX),
                isShown ? PlainText.of(sent.getValue(), HEADER_LENGTH_MAX) : RecordedRequest.HIDDEN);
    }

    /** The path of an operation as it is; of anything else only if it is harmless. */
    static String path(String path, boolean isOperation) {
        return isOperation || isHarmless(path) ? PlainText.of(path, HEADER_LENGTH_MAX) : "/" + RecordedRequest.HIDDEN;
    }

    /** The body of a request; null if it is not shown, as no body is that is sent to the token endpoint or to no operation. */
    static String body(byte[] body, String path, boolean isOperation) {
        String text = new String(body, StandardCharsets.UTF_8);
        return isOperation && !isToken(path) && isHarmless(text) ? text : null;
    }

    /** The body of a response, which holds no text of the request; null if it may have a token. */
    static String response(byte[] body, String path) {
        return isToken(path) ? null : new String(body, StandardCharsets.UTF_8);
    }

    private static boolean isToken(String path) {
        return HttpNames.TOKEN_PATH.equals(path);
    }

    private static boolean isHarmless(String text) {
        String plain = ESCAPE.matcher(text)
                .replaceAll(escape -> ascii(Integer.parseInt(escape.group(1), 16)))
                .toLowerCase(Locale.ROOT);
        return SIGNS.stream().noneMatch(plain::contains);
    }

    /** The character, if it could be part of a sign. */
    private static String ascii(int code) {
        return (Character.isLetter(code) && code < 128) || code == '_' ? Character.toString(code) : "?";
    }

    private ShownText() {}
}
