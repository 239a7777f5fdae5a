package agentsettings.cli.jobs;

import agentsettings.client.management.jobs.JobRecord;
import agentsettings.client.management.json.Json;
import agentsettings.core.patches.Edit;
import agentsettings.core.patches.SettingsPatch;
import agentsettings.core.queries.SettingsFilter;
import agentsettings.core.settings.PhoneNumber;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a bulk change does, for people. Stateless. */
final class BulkChangeText {

    private static final String NONE = "none";

    /** What it assigns, such as "callType: direct; displayNumbers: not set", or what it undoes. */
    static String changes(JobRecord job) {
        return job.options()
                .patch()
                .map(BulkChangeText::text)
                .orElseGet(
                        () -> job.options().undoes().map(id -> "undoes " + id).orElse(""));
    }

    private static String text(SettingsPatch patch) {
        StringJoiner text = new StringJoiner("; ");
        add("callType", patch.callType(), Json::nameOf, text);
        add("displayNumbers", patch.displayNumbers(), BulkChangeText::list, text);
        add("defaultDisplayNumber", patch.defaultDisplayNumber(), BulkChangeText::number, text);
        add("softphoneNumbers", patch.softphoneNumbers(), BulkChangeText::list, text);
        add("defaultSoftphoneNumber", patch.defaultSoftphoneNumber(), BulkChangeText::number, text);
        return text.toString();
    }

    private static <T> void add(String name, Edit<T> edit, Function<? super T, String> words, StringJoiner text) {
        if (edit.assigns()) {
            text.add(name + ": " + (edit.value() == null ? "not set" : words.apply(edit.value())));
        }
    }

    private static String list(List<PhoneNumber> numbers) {
        return numbers.isEmpty()
                ? NONE
                : numbers.stream().map(PhoneNumber::digits).collect(Collectors.joining(", "));
    }

    private static String number(PhoneNumber number) {
        return number.isNone() ? NONE : number.digits();
    }

    /** Whose settings it changes, such as "number 12323". */
    static Optional<String> whose(JobRecord job) {
        if (job.options().patch().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(job.options().filter().map(BulkChangeText::text).orElse("listed users"));
    }

    private static String text(SettingsFilter filter) {
        StringJoiner text = new StringJoiner(", ");
        filter.text().ifPresent(part -> text.add("search " + part));
        filter.callType().ifPresent(type -> text.add("callType " + Json.nameOf(type)));
        filter.number().ifPresent(number -> text.add("number " + number));
        filter.displayNumber().ifPresent(number -> text.add("displayNumber " + number));
        filter.softphoneNumber().ifPresent(number -> text.add("softphoneNumber " + number));
        filter.updatedSince().ifPresent(time -> text.add("updatedSince " + time));
        return text.length() == 0 ? "all users" : text.toString();
    }

    private BulkChangeText() {}
}
