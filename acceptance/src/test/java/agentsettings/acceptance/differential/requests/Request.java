package agentsettings.acceptance.differential.requests;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import agentsettings.acceptance.RawHttp;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * A request with symbols in place of what an engine generated.
 *
 * @param body each character stands for one byte, except in symbols
 * @param user whom it is about, as far as the client knows; empty when it is about none
 */
public record Request(String path, Map<String, String> headers, String body, String user) {

    static final String SETTINGS = "/apiaccess/CC-Management/v1/openapp/agentsettings/";
    static final String CREATE = SETTINGS + "create";
    static final String TOKENS = "/apigovernance/api/oauth/tokenByAkSk";
    static final String USERS = "/apiaccess/rest/sum/v1/tenantSpaces/users";

    private static final String KEY = "Idempotency-Key";
    private static final int SHOWN_MAX = 1000;

    Request withKey(String key) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(KEY, key);
        return new Request(path, more, body, user);
    }

    Request withCredentials(Map<String, String> credentials) {
        Map<String, String> others = new LinkedHashMap<>(credentials);
        if (headers.containsKey(KEY)) {
            others.put(KEY, key());
        }
        return new Request(path, others, body, user);
    }

    Request withBody(String other) {
        return new Request(path, headers, other, user);
    }

    /** Returns the idempotency key, empty when there is none. */
    String key() {
        return headers.getOrDefault(KEY, "");
    }

    /** Whether both are about one user, or have the same idempotency key. */
    public boolean isRelatedTo(Request other) {
        return (!user.isEmpty() && user.equalsIgnoreCase(other.user))
                || (!key().isEmpty() && key().equalsIgnoreCase(other.key()));
    }

    /** Whether the text stands for a value that an engine generated. */
    static boolean isSymbol(String text) {
        return text.startsWith("‹");
    }

    /**
     * Returns the bytes to send.
     *
     * @param values replaces the symbols in a text by an engine's values
     */
    public byte[] bytes(UnaryOperator<String> values) {
        Map<String, String> complete = new LinkedHashMap<>();
        headers.forEach((name, value) -> complete.put(name, values.apply(value)));
        return RawHttp.request("POST", path, complete, values.apply(body).getBytes(ISO_8859_1));
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("POST " + path);
        headers.forEach(
                (name, value) -> text.append("\n    ").append(name).append(": ").append(shown(value)));
        return text.append("\n    ").append(shown(body)).toString();
    }

    private static String shown(String text) {
        StringBuilder shown = new StringBuilder();
        text.chars().limit(SHOWN_MAX).forEach(c -> {
            boolean plain = (c >= ' ' && c < 0x7f) || c > 0xff;
            shown.append(plain ? Character.toString(c) : String.format(Locale.ROOT, "\\x%02x", c));
        });
        return shown + (text.length() > SHOWN_MAX ? "… (" + text.length() + " bytes)" : "");
    }
}
