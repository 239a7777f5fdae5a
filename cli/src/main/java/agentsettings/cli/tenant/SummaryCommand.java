package agentsettings.cli.tenant;

import agentsettings.cli.options.TenantOption;
import agentsettings.cli.output.OutputColumn;
import agentsettings.cli.output.OutputOption;
import agentsettings.cli.remote.ServiceOptions;
import agentsettings.client.management.json.Json;
import agentsettings.core.queries.Summary;
import agentsettings.core.settings.CallType;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Shows what a tenant space holds. */
@Command(
        name = "summary",
        description = "Counts the users and settings of a tenant space, over a running service.",
        footer = {"", "Example:", "  agentsettings summary --tenant 202205116084"})
public final class SummaryCommand implements Callable<Integer> {

    private static final List<OutputColumn<Summary>> SUMMARY = List.of(
            OutputColumn.of("TAKEN AT", "takenAt", Summary::takenAt),
            OutputColumn.of("USERS", "users", Summary::users),
            OutputColumn.of("USERS WITHOUT SETTINGS", "usersWithoutSettings", Summary::usersWithoutSettings),
            OutputColumn.of("SETTINGS", "settings", SummaryCommand::settings).shownAs(SummaryCommand::settingsText),
            OutputColumn.of("MOST USED DISPLAY NUMBERS", "mostUsedDisplayNumbers", SummaryCommand::mostUsed)
                    .shownAs(SummaryCommand::mostUsedText));

    @Mixin
    private ServiceOptions service;

    @Mixin
    private TenantOption tenant;

    @Mixin
    private OutputOption output;

    @Override
    public Integer call() {
        output.show(SUMMARY, service.call(client -> client.tenants().summary(tenant.id())));
        return 0;
    }

    private static JsonNode settings(Summary summary) {
        ObjectNode json = Json.object();
        for (CallType callType : CallType.values()) {
            json.put(Json.nameOf(callType), summary.byCallType().getOrDefault(callType, 0L));
        }
        return json.put("withoutCallType", summary.withoutCallType())
                .put("total", total(summary))
                .put("wouldFail", summary.wouldFail());
    }

    private static long total(Summary summary) {
        return summary.withoutCallType()
                + summary.byCallType().values().stream()
                        .mapToLong(Long::longValue)
                        .sum();
    }

    private static String settingsText(Summary summary) {
        return total(summary)
                + Arrays.stream(CallType.values())
                        .map(callType -> Json.nameOf(callType) + " "
                                + summary.byCallType().getOrDefault(callType, 0L))
                        .collect(Collectors.joining(
                                ", ",
                                ": ",
                                ", without call type " + summary.withoutCallType() + "; an outbound call would fail: "
                                        + summary.wouldFail()));
    }

    private static List<JsonNode> mostUsed(Summary summary) {
        return summary.mostUsedDisplayNumbers().stream()
                .<JsonNode>map(use -> Json.object().put("number", use.number()).put("users", use.users()))
                .toList();
    }

    /** Each number, and in brackets how many users have it. */
    private static String mostUsedText(Summary summary) {
        return summary.mostUsedDisplayNumbers().isEmpty()
                ? "none"
                : summary.mostUsedDisplayNumbers().stream()
                        .map(use -> use.number() + " (" + use.users() + ")")
                        .collect(Collectors.joining(", "));
    }
}
