package agentsettings.storage.tables;

import agentsettings.core.rules.RuleViolation;
import agentsettings.core.rules.SettingsDraft;
import agentsettings.core.rules.SettingsRules;
import agentsettings.core.settings.CallType;
import agentsettings.core.settings.OutboundSettings;
import agentsettings.core.settings.PhoneNumber;
import agentsettings.storage.jdbc.Column;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * The columns of {@code agent_settings} that hold {@link OutboundSettings}, all of them text, and the JSON by which the change log
 * shows the same. The only place in storage that knows the components of the settings.
 */
public final class OutboundColumns {

    private static final Component<CallType> CALL_TYPE = new Component<>(
            "call_type",
            "callType",
            OutboundSettings::callType,
            CallType::code,
            code -> CallType.of(code).orElseThrow(),
            false);
    private static final Component<List<PhoneNumber>> DISPLAY_NUMBERS =
            numbers("display_numbers", "displayNumbers", OutboundSettings::displayNumbers);
    private static final Component<List<PhoneNumber>> SOFTPHONE_NUMBERS =
            numbers("softphone_numbers", "softphoneNumbers", OutboundSettings::softphoneNumbers);
    private static final Component<PhoneNumber> DEFAULT_DISPLAY_NUMBER =
            number("default_display_number", "defaultDisplayNumber", OutboundSettings::defaultDisplayNumber);
    private static final Component<PhoneNumber> DEFAULT_SOFTPHONE_NUMBER =
            number("default_softphone_number", "defaultSoftphoneNumber", OutboundSettings::defaultSoftphoneNumber);

    /** In the order of {@link #decode}. */
    private static final List<Component<?>> ALL =
            List.of(CALL_TYPE, DISPLAY_NUMBERS, SOFTPHONE_NUMBERS, DEFAULT_DISPLAY_NUMBER, DEFAULT_SOFTPHONE_NUMBER);

    /** Supplies the text of one column after the other, null where there is none. */
    public interface Texts {
        String next() throws SQLException;
    }

    /** The settings that the columns hold. */
    public static OutboundSettings decode(Texts texts) throws SQLException {
        return new OutboundSettings(
                CALL_TYPE.decodeNext(texts),
                DISPLAY_NUMBERS.decodeNext(texts),
                SOFTPHONE_NUMBERS.decodeNext(texts),
                DEFAULT_DISPLAY_NUMBER.decodeNext(texts),
                DEFAULT_SOFTPHONE_NUMBER.decodeNext(texts));
    }

    /** Every rule that the texts of the columns break. */
    static List<RuleViolation> violations(Texts texts) throws SQLException {
        return SettingsRules.violations(new SettingsDraft(
                null, null, texts.next(), elements(texts.next()), elements(texts.next()), texts.next(), texts.next()));
    }

    private static List<String> elements(String joined) {
        if (joined == null) {
            return null;
        }
        return joined.isEmpty() ? List.of() : List.of(joined.split(",", -1));
    }

    /** The columns of a table whose rows have settings. */
    static <R> List<Column<R>> of(Function<R, OutboundSettings> settings) {
        return ALL.stream()
                .map(component -> Column.<R>text(component.column, row -> component.encode(settings.apply(row))))
                .toList();
    }

    /** The call type's code, in SQL, from the table of this alias. */
    public static String callType(String alias) {
        return CALL_TYPE.in(alias);
    }

    /** The display numbers and their default, in SQL, from the table of this alias: joined by commas, with nothing for none. */
    public static String displayNumbers(String alias) {
        return joined(alias, DISPLAY_NUMBERS, DEFAULT_DISPLAY_NUMBER);
    }

    /** The softphone numbers and their default, in the same form. */
    public static String softphoneNumbers(String alias) {
        return joined(alias, SOFTPHONE_NUMBERS, DEFAULT_SOFTPHONE_NUMBER);
    }

    private static String joined(String alias, Component<?> list, Component<?> number) {
        return "coalesce(" + list.in(alias) + ", '') || ',' || coalesce(" + number.in(alias) + ", '')";
    }

    /** The settings as a JSON object; null if there are none. Escapes nothing, because no dialable character needs it. */
    public static String json(OutboundSettings settings) {
        if (settings == null) {
            return null;
        }
        StringBuilder json = new StringBuilder(256).append('{');
        for (Component<?> component : ALL) {
            component.appendTo(json, settings);
        }
        return json.append('}').toString();
    }

    /**
     * The settings from such a JSON object.
     *
     * @param text gives a member's text, lists joined by commas; null if there is none
     */
    public static OutboundSettings ofMembers(UnaryOperator<String> text) throws SQLException {
        Iterator<Component<?>> components = ALL.iterator();
        return decode(() -> text.apply(components.next().member));
    }

    private static Component<List<PhoneNumber>> numbers(
            String column, String member, Function<OutboundSettings, List<PhoneNumber>> value) {
        return new Component<>(column, member, value, NumbersCodec::encode, NumbersCodec::decode, true);
    }

    private static Component<PhoneNumber> number(
            String column, String member, Function<OutboundSettings, PhoneNumber> value) {
        return new Component<>(column, member, value, PhoneNumber::digits, PhoneNumber::new, false);
    }

    /**
     * A component of the settings.
     *
     * @param member its name in JSON
     * @param isList whether its text is a list, joined by commas
     */
    private record Component<T>(
            String column,
            String member,
            Function<OutboundSettings, T> value,
            Function<T, String> encoder,
            Function<String, T> decoder,
            boolean isList) {

        String in(String alias) {
            return alias + "." + column;
        }

        String encode(OutboundSettings settings) {
            T present = value.apply(settings);
            return present == null ? null : encoder.apply(present);
        }

        T decodeNext(Texts texts) throws SQLException {
            String text = texts.next();
            return text == null ? null : decoder.apply(text);
        }

        void appendTo(StringBuilder json, OutboundSettings settings) {
            String text = encode(settings);
            if (text == null) {
                return;
            }
            json.append(json.length() == 1 ? "\"" : ",\"").append(member).append("\":");
            if (!isList) {
                json.append('"').append(text).append('"');
            } else if (text.isEmpty()) {
                json.append("[]");
            } else {
                json.append("[\"").append(text.replace(",", "\",\"")).append("\"]");
            }
        }
    }

    private OutboundColumns() {}
}
