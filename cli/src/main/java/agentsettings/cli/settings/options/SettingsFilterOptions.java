package agentsettings.cli.settings.options;

import agentsettings.cli.options.ValueConverters;
import agentsettings.cli.user.UserSearchOption;
import agentsettings.core.queries.SettingsFilter;
import agentsettings.core.settings.CallType;
import java.time.Instant;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say which settings are listed. */
public final class SettingsFilterOptions {

    @Mixin
    private UserSearchOption search;

    @Option(
            names = "--call-type",
            paramLabel = "TYPE",
            converter = ValueConverters.OfCallType.class,
            completionCandidates = ValueConverters.OfCallType.class,
            description = "direct, bidirectional or passThrough")
    private Optional<CallType> callType;

    @Option(names = "--number", paramLabel = "NUMBER", description = "a number that is anywhere in the settings")
    private Optional<String> number;

    @Option(
            names = "--display-number",
            paramLabel = "NUMBER",
            description = "a number that is a display number or the default one")
    private Optional<String> displayNumber;

    @Option(
            names = "--softphone-number",
            paramLabel = "NUMBER",
            description = "a number that is a softphone number or the default one")
    private Optional<String> softphoneNumber;

    @Option(
            names = "--updated-since",
            paramLabel = "TIME",
            converter = ValueConverters.OfTime.class,
            description = "settings whose last change is at this time or later, such as 2026-01-31T00:00:00Z")
    private Optional<Instant> updatedSince;

    /** The filter of the settings of a tenant space. */
    public SettingsFilter filter(String tenantId) {
        return new SettingsFilter(
                tenantId, search.text(), callType, number, displayNumber, softphoneNumber, updatedSince, false);
    }
}
