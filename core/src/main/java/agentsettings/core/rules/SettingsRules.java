package agentsettings.core.rules;

import agentsettings.core.apps.Caller;
import agentsettings.core.commands.CreateSettings;
import agentsettings.core.commands.DeleteSettings;
import agentsettings.core.commands.FindSettings;
import agentsettings.core.commands.UpdateSettings;
import agentsettings.core.requests.Idempotency;
import agentsettings.core.settings.CallType;
import agentsettings.core.settings.OutboundSettings;
import agentsettings.core.settings.PhoneNumber;
import java.util.ArrayList;
import java.util.List;

/**
 * Validates drafts and converts them to commands; throws a {@link RuleViolation} for the first rule that is broken. The
 * order of checks is part of the interface: id, user, call type, display numbers, softphone numbers, default softphone
 * number, default display number. Whether the user exists, and whether the id is that of the user's settings, is
 * checked by the write itself. Stateless.
 */
public final class SettingsRules {

    private static final String DIALABLE = "digits, *, # and a leading + (not alone)";

    /**
     * Returns the create that the draft describes.
     *
     * @param idempotency null if the client sent no idempotency key
     */
    public static CreateSettings create(Caller caller, SettingsDraft draft, Idempotency idempotency) {
        return new CreateSettings(caller, userId(draft), outbound(draft), idempotency);
    }

    public static UpdateSettings update(Caller caller, SettingsDraft draft) {
        long id = settingsId(draft.id());
        return new UpdateSettings(caller, id, userId(draft), outbound(draft));
    }

    public static DeleteSettings delete(Caller caller, SettingsDraft draft) {
        return new DeleteSettings(caller, userId(draft));
    }

    public static FindSettings find(Caller caller, SettingsDraft draft) {
        return new FindSettings(caller.tenantId(), userId(draft));
    }

    private static String userId(SettingsDraft draft) {
        return TextRules.identifier(Field.USER_ID, TextRules.required(Field.USER_ID, draft.userId()));
    }

    private static long settingsId(String text) {
        TextRules.required(Field.SETTINGS_ID, text);
        TextRules.length(Field.SETTINGS_ID, text, 1, 19);
        TextRules.characters(Field.SETTINGS_ID, text, c -> c >= '0' && c <= '9', "digits");
        boolean fits = text.length() < 19 || text.compareTo(Long.toString(Long.MAX_VALUE)) <= 0;
        if (text.charAt(0) == '0' || !fits) {
            throw new RuleViolation(
                    Field.SETTINGS_ID, new Rule.OneOf("1 to " + Long.MAX_VALUE + " without leading zeros"));
        }
        return Long.parseLong(text);
    }

    /** Every rule that the settings break, in the order of checks. Neither ids nor elements that are null are checked. */
    public static List<RuleViolation> violations(SettingsDraft draft) {
        Violations found = new Violations();
        found.check(() -> callType(draft.callType()));
        check(Field.DISPLAY_NUMBERS, draft.displayNumbers(), found);
        check(Field.SOFTPHONE_NUMBERS, draft.softphoneNumbers(), found);
        found.check(() -> defaultNumber(Field.DEFAULT_SOFTPHONE_NUMBER, draft.defaultSoftphoneNumber()));
        found.check(() -> defaultNumber(Field.DEFAULT_DISPLAY_NUMBER, draft.defaultDisplayNumber()));
        return found.list();
    }

    private static void check(Field field, List<String> numbers, Violations found) {
        if (numbers == null) {
            return;
        }
        found.check(() -> requireCount(field, numbers));
        for (int i = 0; i < numbers.size(); i++) {
            int element = i;
            if (numbers.get(i) != null) {
                found.check(() -> number(field, element, numbers.get(element)));
            }
        }
    }

    /** The draft's settings, without ids. */
    public static OutboundSettings outbound(SettingsDraft draft) {
        CallType callType = callType(draft.callType());
        List<PhoneNumber> displayNumbers = numbers(Field.DISPLAY_NUMBERS, draft.displayNumbers());
        List<PhoneNumber> softphoneNumbers = numbers(Field.SOFTPHONE_NUMBERS, draft.softphoneNumbers());
        PhoneNumber defaultSoftphone = defaultNumber(Field.DEFAULT_SOFTPHONE_NUMBER, draft.defaultSoftphoneNumber());
        PhoneNumber defaultDisplay = defaultNumber(Field.DEFAULT_DISPLAY_NUMBER, draft.defaultDisplayNumber());
        return new OutboundSettings(callType, displayNumbers, softphoneNumbers, defaultDisplay, defaultSoftphone);
    }

    private static CallType callType(String text) {
        if (text == null) {
            return null;
        }
        return CallType.of(text)
                .orElseThrow(() -> new RuleViolation(Field.CALL_TYPE, new Rule.OneOf("\"0\", \"1\" or \"2\"")));
    }

    private static List<PhoneNumber> numbers(Field field, List<String> texts) {
        if (texts == null) {
            return null;
        }
        requireCount(field, texts);
        List<PhoneNumber> numbers = new ArrayList<>(texts.size());
        for (int i = 0; i < texts.size(); i++) {
            numbers.add(number(field, i, texts.get(i)));
        }
        return numbers;
    }

    private static void requireCount(Field field, List<String> texts) {
        if (texts.size() > OutboundSettings.NUMBERS_MAX) {
            throw new RuleViolation(field, new Rule.Count(texts.size(), OutboundSettings.NUMBERS_MAX));
        }
    }

    private static PhoneNumber defaultNumber(Field field, String text) {
        if (text == null) {
            return null;
        }
        return text.isEmpty() ? PhoneNumber.NONE : number(field, RuleViolation.WHOLE_FIELD, text);
    }

    static PhoneNumber number(Field field, int element, String text) {
        int length = text.codePointCount(0, text.length());
        if (text.isEmpty() || length > PhoneNumber.LENGTH_MAX) {
            int min = element == RuleViolation.WHOLE_FIELD ? 0 : 1;
            throw new RuleViolation(field, element, new Rule.Length(length, min, PhoneNumber.LENGTH_MAX));
        }
        int wrong = PhoneNumber.firstNotDialable(text);
        if (wrong >= 0) {
            throw new RuleViolation(field, element, new Rule.Alphabet(wrong, DIALABLE));
        }
        return new PhoneNumber(text);
    }

    private SettingsRules() {}
}
