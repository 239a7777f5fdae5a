package agentsettings.cli.settings.options;

import agentsettings.cli.options.CommandFailure;
import agentsettings.cli.options.ConstantConverter;
import agentsettings.cli.options.OptionFaults;
import agentsettings.cli.options.ValueConverters;
import agentsettings.core.patches.Edit;
import agentsettings.core.patches.SettingsPatch;
import agentsettings.core.rules.Field;
import agentsettings.core.rules.SettingsDraft;
import agentsettings.core.rules.SettingsRules;
import agentsettings.core.settings.CallType;
import agentsettings.core.settings.OutboundSettings;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The options that assign settings. */
public final class SettingsValueOptions {

    private static final Pattern COMMA = Pattern.compile(",");

    @Option(
            names = "--call-type",
            paramLabel = "TYPE",
            converter = ValueConverters.OfCallType.class,
            completionCandidates = ValueConverters.OfCallType.class,
            description = "direct, bidirectional or passThrough")
    private CallType callType;

    @Option(
            names = "--display-numbers",
            paramLabel = "NUMBERS",
            description = "up to 5 numbers to present, with commas between them; \"\" for none")
    private String displayNumbers;

    @Option(
            names = "--default-display-number",
            paramLabel = "NUMBER",
            description = "the number to present by default; \"\" for none")
    private String defaultDisplayNumber;

    @Option(
            names = "--softphone-numbers",
            paramLabel = "NUMBERS",
            description = "up to 5 numbers of the agent, with commas between them; \"\" for none")
    private String softphoneNumbers;

    @Option(
            names = "--default-softphone-number",
            paramLabel = "NUMBER",
            description = "the number of the agent to call by default; \"\" for none")
    private String defaultSoftphoneNumber;

    @Option(
            names = "--clear",
            paramLabel = "FIELD",
            split = ",",
            converter = ClearedField.class,
            completionCandidates = ClearedField.class,
            description = "fields whose values are taken away, so that they are not set: call-type, display-numbers,"
                    + " default-display-number, softphone-numbers, default-softphone-number")
    private Set<Field> cleared = new TreeSet<>();

    private boolean isEmpty() {
        return given().isEmpty() && cleared.isEmpty();
    }

    /** Requires that something is assigned or cleared, and nothing both. */
    public void requireChange() {
        if (isEmpty()) {
            throw CommandFailure.ofUsage(List.of("--call-type, --display-numbers, --default-display-number,"
                    + " --softphone-numbers, --default-softphone-number, --clear: at least one is required."));
        }
        List<String> contradictions = contradictions();
        if (!contradictions.isEmpty()) {
            throw CommandFailure.ofUsage(contradictions);
        }
    }

    private List<String> contradictions() {
        return cleared.stream()
                .filter(given()::contains)
                .map(field -> OptionFaults.optionOf(field) + ": must not be given together with --clear "
                        + OptionFaults.nameOf(field) + ".")
                .toList();
    }

    /** Assigns what is given, takes away what is cleared, and keeps the rest; requires that the values are valid. */
    public SettingsPatch patch() {
        SettingsDraft draft = new SettingsDraft(
                null,
                null,
                callType == null ? null : callType.code(),
                list(displayNumbers),
                list(softphoneNumbers),
                defaultDisplayNumber,
                defaultSoftphoneNumber);
        OptionFaults.require(SettingsRules.violations(draft));
        OutboundSettings values = SettingsRules.outbound(draft);
        return new SettingsPatch(
                edit(Field.CALL_TYPE, values.callType()),
                edit(Field.DISPLAY_NUMBERS, values.displayNumbers()),
                edit(Field.SOFTPHONE_NUMBERS, values.softphoneNumbers()),
                edit(Field.DEFAULT_DISPLAY_NUMBER, values.defaultDisplayNumber()),
                edit(Field.DEFAULT_SOFTPHONE_NUMBER, values.defaultSoftphoneNumber()));
    }

    private <T> Edit<T> edit(Field field, T value) {
        return value != null || cleared.contains(field) ? Edit.assign(value) : Edit.keep();
    }

    private Set<Field> given() {
        Set<Field> given = new TreeSet<>();
        addIf(callType != null, Field.CALL_TYPE, given);
        addIf(displayNumbers != null, Field.DISPLAY_NUMBERS, given);
        addIf(defaultDisplayNumber != null, Field.DEFAULT_DISPLAY_NUMBER, given);
        addIf(softphoneNumbers != null, Field.SOFTPHONE_NUMBERS, given);
        addIf(defaultSoftphoneNumber != null, Field.DEFAULT_SOFTPHONE_NUMBER, given);
        return given;
    }

    private static void addIf(boolean isGiven, Field field, Set<Field> given) {
        if (isGiven) {
            given.add(field);
        }
    }

    private static List<String> list(String numbers) {
        if (numbers == null || numbers.isEmpty()) {
            return numbers == null ? null : List.of();
        }
        return COMMA.splitAsStream(numbers).map(String::strip).toList();
    }

    /** Takes the name of a field that need not be set. */
    static final class ClearedField implements ITypeConverter<Field>, Iterable<String> {

        private static final List<Field> FIELDS = List.of(
                Field.CALL_TYPE,
                Field.DISPLAY_NUMBERS,
                Field.DEFAULT_DISPLAY_NUMBER,
                Field.SOFTPHONE_NUMBERS,
                Field.DEFAULT_SOFTPHONE_NUMBER);

        @Override
        public Field convert(String text) {
            return FIELDS.stream()
                    .filter(field -> OptionFaults.nameOf(field).equals(text))
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException(ConstantConverter.oneOf(names())));
        }

        @Override
        public Iterator<String> iterator() {
            return names().iterator();
        }

        private static List<String> names() {
            return FIELDS.stream().map(OptionFaults::nameOf).toList();
        }
    }
}
