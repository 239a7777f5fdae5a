package agentsettings.acceptance.differential;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Symbols such as {@code ‹id 3.17›} for the values that an engine generates for one client: ids, tokens and times. Both engines generate
 * the same number of values in the same order, so a symbol stands for the value of each. For one thread at a time.
 */
final class Symbols {

    private static final Pattern SYMBOL = Pattern.compile("‹[^›]+›");
    private static final Pattern FIELD = Pattern.compile("\"(\\w+)\":\"([^\"\\\\]*)\"");
    private static final Pattern CREATE_TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
    private static final Pattern SCOPE = Pattern.compile("[0-9a-f]{32}");
    private static final String USER_ADDED = "{\"message\"";

    private final int client;
    private final Map<String, String> values = new HashMap<>();
    private final Map<String, String> symbols = new HashMap<>();
    private final Map<String, String> createTimes = new HashMap<>();
    private String lastId = "";

    Symbols(int client) {
        this.client = client;
    }

    /** Returns the symbols of all values so far, by value. */
    Map<String, String> byValue() {
        return symbols;
    }

    /** Replaces the symbols in a request by this engine's values. */
    String toValues(String request) {
        return SYMBOL.matcher(request)
                .replaceAll(symbol -> Matcher.quoteReplacement(values.getOrDefault(symbol.group(), symbol.group())));
    }

    /** Replaces this engine's values in the body of a response by symbols. */
    String toSymbols(String body) {
        boolean userAdded = body.startsWith(USER_ADDED);
        return FIELD.matcher(body)
                .replaceAll(field ->
                        Matcher.quoteReplacement("\"" + field.group(1) + "\":\"" + symbolOf(field, userAdded) + "\""));
    }

    private String symbolOf(MatchResult field, boolean userAdded) {
        String value = field.group(2);
        return switch (field.group(1)) {
            case "id" -> settingsId(value);
            case "userId" -> userAdded ? symbol("user", value) : symbols.getOrDefault(value, value);
            case "AccessToken" -> newSymbol("token", value);
            case "CreateTime" -> value.replaceFirst("^\\d{10}$", "‹now›");
            case "Scope" -> SCOPE.matcher(value).matches() ? "‹scope›" : value;
            case "createTime" -> createTime(value);
            default -> value;
        };
    }

    private String settingsId(String value) {
        lastId = symbol("id", value);
        return lastId;
    }

    private String symbol(String kind, String value) {
        return symbols.computeIfAbsent(value, unknown -> newSymbol(kind, unknown));
    }

    /** Whether two tokens of an app are the same depends on the second in which they were issued, so each gets a symbol of its own. */
    private String newSymbol(String kind, String value) {
        String symbol = "‹" + kind + " " + client + "." + values.size() + "›";
        values.put(symbol, value);
        return symbol;
    }

    /** Settings keep the time of their create. */
    private String createTime(String value) {
        boolean kept = createTimes.computeIfAbsent(lastId, id -> value).equals(value);
        return kept && CREATE_TIME.matcher(value).matches() ? "‹time of " + lastId + "›" : value;
    }
}
