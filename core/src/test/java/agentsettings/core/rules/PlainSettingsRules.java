package agentsettings.core.rules;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The rules for settings in regular expressions and big integers: an independent model for the tests.
 */
final class PlainSettingsRules {

    /**
     * Any character except white space, separators, control, format, private-use, unassigned and unpaired surrogate
     * characters.
     */
    static final String PRINTABLE = "[^\\s\\p{Z}\\p{C}]";

    static Optional<Broken> create(SettingsDraft draft) {
        return first(Stream.of(user(draft.userId()), outbound(draft)));
    }

    static Optional<Broken> update(SettingsDraft draft) {
        return first(Stream.of(id(draft.id()), user(draft.userId()), outbound(draft)));
    }

    static Optional<Broken> user(String userId) {
        return userId == null
                ? Broken.whole(Field.USER_ID, Rule.Required.class)
                : Broken.byText(Field.USER_ID, userId, 1, 64, PRINTABLE);
    }

    private static Optional<Broken> id(String id) {
        if (id == null) {
            return Broken.whole(Field.SETTINGS_ID, Rule.Required.class);
        }
        Optional<Broken> text = Broken.byText(Field.SETTINGS_ID, id, 1, 19, "[0-9]");
        if (text.isPresent()) {
            return text;
        }
        boolean inRange = new BigInteger(id).compareTo(BigInteger.TWO.pow(63)) < 0;
        return inRange && !id.startsWith("0") ? Optional.empty() : Broken.whole(Field.SETTINGS_ID, Rule.OneOf.class);
    }

    private static Optional<Broken> outbound(SettingsDraft draft) {
        return first(Stream.of(
                callType(draft.callType()),
                list(Field.DISPLAY_NUMBERS, draft.displayNumbers()),
                list(Field.SOFTPHONE_NUMBERS, draft.softphoneNumbers()),
                optionalNumber(Field.DEFAULT_SOFTPHONE_NUMBER, draft.defaultSoftphoneNumber()),
                optionalNumber(Field.DEFAULT_DISPLAY_NUMBER, draft.defaultDisplayNumber())));
    }

    private static Optional<Broken> callType(String text) {
        return text == null || text.matches("[012]")
                ? Optional.empty()
                : Broken.whole(Field.CALL_TYPE, Rule.OneOf.class);
    }

    private static Optional<Broken> list(Field field, List<String> numbers) {
        if (numbers == null) {
            return Optional.empty();
        }
        if (numbers.size() > 5) {
            return Broken.whole(field, Rule.Count.class);
        }
        return first(IntStream.range(0, numbers.size()).mapToObj(i -> number(field, i, numbers.get(i))));
    }

    private static Optional<Broken> optionalNumber(Field field, String text) {
        return text == null || text.isEmpty() ? Optional.empty() : number(field, -1, text);
    }

    private static Optional<Broken> number(Field field, int element, String text) {
        Optional<Broken> broken = Broken.byText(field, element, text, 1, 15, "[0-9*#+]");
        if (broken.isPresent() || text.matches("\\+?[0-9*#]+")) {
            return broken;
        }
        return Optional.of(new Broken(field, element, Rule.Alphabet.class));
    }

    private static Optional<Broken> first(Stream<Optional<Broken>> inOrder) {
        return inOrder.flatMap(Optional::stream).findFirst();
    }

    private PlainSettingsRules() {}
}
