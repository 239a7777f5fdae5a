package agentsettings.management.jobs.bulk;

import agentsettings.core.apps.Caller;
import agentsettings.core.apps.NumberCheck;
import agentsettings.core.commands.EditSettings;
import agentsettings.core.decisions.RefusedRows;
import agentsettings.core.jobs.RowFault;
import agentsettings.core.numbers.AllottedNumber;
import agentsettings.core.numbers.UsedNumber;
import agentsettings.core.patches.SettingsPatch;
import agentsettings.core.queries.Page;
import agentsettings.core.queries.SettingsFilter;
import agentsettings.core.queries.SettingsRecord;
import agentsettings.core.queries.UserRecord;
import agentsettings.core.settings.OutboundSettings;
import agentsettings.core.settings.PhoneNumber;
import agentsettings.core.store.Records;
import agentsettings.core.users.UserKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a bulk change would do, by what is stored now. Immutable.
 *
 * @param notAllotted the numbers of the patch that settings may not begin to use
 */
public record PlannedChanges(Records records, Caller caller, SettingsPatch patch, List<UsedNumber> notAllotted) {

    /**
     * What it would do for a user.
     *
     * @param before null if the user has no settings
     * @param after the same as {@code before} if there are faults
     */
    public record Plan(
            String userId,
            Optional<String> account,
            Optional<String> name,
            OutboundSettings before,
            OutboundSettings after,
            List<RowFault> faults) {

        /** Whether the change would change something, or say that it can't. */
        boolean isWorthShowing() {
            return !faults.isEmpty() || !after.equals(before);
        }
    }

    /** The plans of a patch, with the number check of the caller. */
    public static PlannedChanges of(Records records, Caller caller, SettingsPatch patch) {
        List<UsedNumber> used =
                caller.numberCheck() == NumberCheck.ENFORCE ? UsedNumber.of(patch.assigned()) : List.of();
        return new PlannedChanges(records, caller, patch, used.isEmpty() ? used : notAllotted(records, caller, used));
    }

    private static List<UsedNumber> notAllotted(Records records, Caller caller, List<UsedNumber> used) {
        List<PhoneNumber> numbers = used.stream().map(UsedNumber::number).toList();
        Map<PhoneNumber, AllottedNumber> allotted = records.allotted(caller.tenantId(), numbers).stream()
                .collect(Collectors.toMap(AllottedNumber::number, Function.identity()));
        return used.stream()
                .filter(each -> !allotted.containsKey(each.number())
                        || !allotted.get(each.number()).permits(each.field().kind()))
                .toList();
    }

    /** A page of the users whom a filter finds. */
    public Page<Plan> found(SettingsFilter filter, String after, int limit) {
        Page<SettingsRecord> page = records.settings(filter, after, limit);
        return planned(page, this::planned);
    }

    /** A page of users who are listed. */
    public Page<Plan> listed(Page<String> userIds) {
        return planned(
                userIds,
                userId -> records.settings(new UserKey(caller.tenantId(), userId))
                        .map(this::planned)
                        .orElseGet(() -> withoutSettings(userId)));
    }

    private static <T> Page<Plan> planned(Page<T> page, Function<T, Plan> plan) {
        return new Page<>(
                page.items().stream().map(plan).filter(Plan::isWorthShowing).toList(), page.next());
    }

    private Plan planned(SettingsRecord record) {
        String userId = record.key().userId();
        OutboundSettings before = record.settings().outbound();
        List<UsedNumber> refused =
                notAllotted.stream().filter(used -> !used.isIn(before)).toList();
        return new Plan(
                userId,
                Optional.of(record.account()),
                Optional.of(record.name()),
                before,
                refused.isEmpty() ? patch.appliedTo(before) : before,
                refused.isEmpty() ? List.of() : faults(userId, new EditSettings.NumberNotAllotted(refused)));
    }

    private Plan withoutSettings(String userId) {
        Optional<UserRecord> user = records.user(new UserKey(caller.tenantId(), userId));
        return new Plan(
                userId,
                user.map(found -> found.user().profile().account()),
                user.map(found -> found.user().profile().name()),
                null,
                null,
                faults(userId, user.isPresent() ? new EditSettings.NoSettings() : new EditSettings.UnknownUser()));
    }

    private static List<RowFault> faults(String userId, EditSettings.Outcome refusal) {
        return RefusedRows.faults(1, userId, refusal);
    }
}
