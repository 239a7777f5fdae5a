package agentsettings.cli.settings.options;

import agentsettings.cli.options.CommandFailure;
import agentsettings.cli.options.ValueConverters;
import agentsettings.cli.user.UserSearchOption;
import agentsettings.client.management.jobs.BulkChange;
import agentsettings.core.queries.SettingsFilter;
import agentsettings.core.settings.CallType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say whose settings are changed. */
public final class ChangedUsersOptions {

    @Option(
            names = "--user-ids",
            paramLabel = "IDS",
            split = ",",
            description = "the users with these USER_IDs, with commas between them, up to 1000")
    private List<String> userIds;

    @Option(names = "--all", description = "all users of the tenant space that have settings")
    private boolean isAll;

    @Mixin
    private UserSearchOption search;

    @Option(
            names = "--where-call-type",
            paramLabel = "TYPE",
            converter = ValueConverters.OfCallType.class,
            completionCandidates = ValueConverters.OfCallType.class,
            description = "users with this call type: direct, bidirectional or passThrough")
    private Optional<CallType> callType;

    @Option(
            names = "--where-number",
            paramLabel = "NUMBER",
            description = "users with this number anywhere in their settings")
    private Optional<String> number;

    @Option(
            names = "--where-display-number",
            paramLabel = "NUMBER",
            description = "users with this number as a display number or the default one")
    private Optional<String> displayNumber;

    @Option(
            names = "--where-softphone-number",
            paramLabel = "NUMBER",
            description = "users with this number as a softphone number or the default one")
    private Optional<String> softphoneNumber;

    @Option(
            names = "--where-updated-since",
            paramLabel = "TIME",
            converter = ValueConverters.OfTime.class,
            description = "users whose settings have been changed at this time or later, such as 2026-01-31T00:00:00Z")
    private Optional<Instant> updatedSince;

    /** Returns the users: those that are listed, or all that meet the conditions. Requires that it is clear which. */
    public BulkChange.Users users(String tenantId) {
        SettingsFilter filter = new SettingsFilter(
                tenantId, search.text(), callType, number, displayNumber, softphoneNumber, updatedSince, false);
        boolean isFiltered = Stream.of(search.text(), callType, number, displayNumber, softphoneNumber, updatedSince)
                .anyMatch(Optional::isPresent);
        boolean isListed = userIds != null;
        if (Stream.of(isListed, isAll, isFiltered).filter(given -> given).count() != 1) {
            throw CommandFailure.ofUsage(List.of("--user-ids, --all, or --search and --where-…: exactly one of these"
                    + " must say whose settings are changed."));
        }
        return isListed ? new BulkChange.Users.Listed(userIds) : new BulkChange.Users.Found(filter);
    }
}
