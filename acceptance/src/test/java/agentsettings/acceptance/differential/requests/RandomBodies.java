package agentsettings.acceptance.differential.requests;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;

/** Makes the JSON bodies of requests, most of them good, some with one odd value, and some damaged. */
final class RandomBodies {

    private static final int NESTING = 17;
    private static final List<String> NO_OBJECTS =
            List.of("", " ", "{", "[]", "null", "\"x\"", "1", "{}x", "{\"a\"}", "\0", "\u00ff");
    private static final List<String> UNKNOWN_FIELDS = List.of(
            "\"unknown\":1", "\"partdbId\":null", "\"UserId\":\"x\"", "\"\":[{\"\":{}}]", "\"\\u0000\":\"\\ud800\"");

    private final RandomGenerator random;
    private final RandomValues values;

    RandomBodies(RandomGenerator random) {
        this.random = random;
        this.values = new RandomValues(random);
    }

    /** Returns a body with the user, if it is one, and any of the other fields of settings. */
    String settings(List<String> required) {
        List<String> fields = new ArrayList<>(required);
        maybe(fields, "callType", values.callType());
        maybe(fields, "callerPresent", values.numbers());
        maybe(fields, "callNumber", values.numbers());
        maybe(fields, "callNumberDefault", random.nextInt(4) == 0 ? "\"\"" : values.number());
        maybe(fields, "callerPresentDefault", random.nextInt(4) == 0 ? "\"\"" : values.number());
        return object(fields, 10);
    }

    /** Returns a body that names the user alone. */
    String user(String userField) {
        return object(new ArrayList<>(List.of(userField)), 20);
    }

    /** Returns the body of a new user. */
    String newUser(String account) {
        List<String> fields = new ArrayList<>(List.of(field("userAccount", account), field("userName", values.name())));
        maybe(fields, "phone", values.number());
        maybe(fields, "email", values.name());
        maybe(fields, "description", values.name());
        maybe(fields, "status", values.callType());
        return object(fields, 4);
    }

    static String field(String name, String value) {
        return "\"" + name + "\":" + value;
    }

    /** Returns the body with something wrong in its syntax. */
    String damaged(String body) {
        int at = random.nextInt(body.length() + 1);
        return switch (random.nextInt(8)) {
            case 0 -> body.substring(0, at);
            case 1 ->
                body.substring(0, at)
                        + pick(List.of("\0", "\u00ff", "\u00c0\u0080", "\n", "\"", ","))
                        + body.substring(at);
            case 2 -> "\u00ef\u00bb\u00bf" + body;
            case 3 -> body + body;
            case 4 -> body.replaceFirst("}$", ",\"userId\":\"x\",\"userId\":\"y\"}");
            case 5 -> body.replaceFirst("^\\{", "{\"deep\":" + "[".repeat(NESTING) + "]".repeat(NESTING) + ",");
            case 6 -> "[" + body + "]";
            default -> pick(NO_OBJECTS);
        };
    }

    private void maybe(List<String> fields, String name, String value) {
        if (random.nextInt(3) != 0) {
            fields.add(field(name, value));
        }
    }

    /** Joins the fields in any order; in one of so many objects a field gets an odd value or is left out. */
    private String object(List<String> fields, int oddOneIn) {
        if (random.nextInt(oddOneIn) == 0) {
            int odd = random.nextInt(fields.size());
            String name = fields.remove(odd).replaceFirst("(?s):.*", ":");
            if (random.nextInt(4) != 0) {
                fields.add(odd, name + values.odd());
            }
        }
        if (random.nextInt(6) == 0) {
            fields.add(pick(UNKNOWN_FIELDS));
        }
        if (random.nextInt(3) == 0) {
            Collections.shuffle(fields, random);
        }
        String separator = random.nextInt(4) == 0 ? " ,\n " : ",";
        return "{" + String.join(separator, fields) + "}";
    }

    private String pick(List<String> texts) {
        return texts.get(random.nextInt(texts.size()));
    }
}
