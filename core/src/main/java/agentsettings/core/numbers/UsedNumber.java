package agentsettings.core.numbers;

import agentsettings.core.settings.OutboundSettings;
import agentsettings.core.settings.PhoneNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A number in settings, with its place. Immutable.
 *
 * @param index in the field's list, from 0; 0 if the field is no list
 */
public record UsedNumber(NumberField field, int index, PhoneNumber number) {

    /** Every number of the settings, in the order in which requests are checked. */
    public static List<UsedNumber> of(OutboundSettings settings) {
        List<UsedNumber> used = new ArrayList<>();
        add(NumberField.DISPLAY_NUMBERS, settings.displayNumbers(), used);
        add(NumberField.SOFTPHONE_NUMBERS, settings.softphoneNumbers(), used);
        add(NumberField.DEFAULT_SOFTPHONE_NUMBER, settings.defaultSoftphoneNumber(), used);
        add(NumberField.DEFAULT_DISPLAY_NUMBER, settings.defaultDisplayNumber(), used);
        return used;
    }

    private static void add(NumberField field, List<PhoneNumber> numbers, List<UsedNumber> used) {
        if (numbers != null) {
            for (int i = 0; i < numbers.size(); i++) {
                used.add(new UsedNumber(field, i, numbers.get(i)));
            }
        }
    }

    private static void add(NumberField field, PhoneNumber number, List<UsedNumber> used) {
        if (number != null && !number.isNone()) {
            used.add(new UsedNumber(field, 0, number));
        }
    }

    /** Whether the settings have the number in the same field; in a list, anywhere. */
    public boolean isIn(OutboundSettings settings) {
        return switch (field) {
            case DISPLAY_NUMBERS -> isIn(settings.displayNumbers());
            case SOFTPHONE_NUMBERS -> isIn(settings.softphoneNumbers());
            case DEFAULT_DISPLAY_NUMBER -> number.equals(settings.defaultDisplayNumber());
            case DEFAULT_SOFTPHONE_NUMBER -> number.equals(settings.defaultSoftphoneNumber());
        };
    }

    private boolean isIn(List<PhoneNumber> numbers) {
        return numbers != null && numbers.contains(number);
    }

    /** What is wrong with it if it is not allotted, as a sentence without its place. */
    public String notAllotted() {
        return switch (field.kind()) {
            case DISPLAY -> "is not allotted to the tenant space as a display number.";
            case SOFTPHONE -> "is not allotted to the tenant space as a softphone number.";
        };
    }

    /** The settings without the number as these kinds: not in their lists, and no default of theirs. */
    public static OutboundSettings clear(OutboundSettings settings, PhoneNumber number, Set<NumberKind> kinds) {
        boolean display = kinds.contains(NumberKind.DISPLAY);
        boolean softphone = kinds.contains(NumberKind.SOFTPHONE);
        return new OutboundSettings(
                settings.callType(),
                display ? without(number, settings.displayNumbers()) : settings.displayNumbers(),
                softphone ? without(number, settings.softphoneNumbers()) : settings.softphoneNumbers(),
                display ? without(number, settings.defaultDisplayNumber()) : settings.defaultDisplayNumber(),
                softphone ? without(number, settings.defaultSoftphoneNumber()) : settings.defaultSoftphoneNumber());
    }

    private static List<PhoneNumber> without(PhoneNumber number, List<PhoneNumber> numbers) {
        return numbers == null
                ? null
                : numbers.stream().filter(each -> !each.equals(number)).toList();
    }

    private static PhoneNumber without(PhoneNumber number, PhoneNumber present) {
        return number.equals(present) ? null : present;
    }
}
