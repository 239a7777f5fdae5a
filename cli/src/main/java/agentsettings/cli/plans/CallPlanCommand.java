package agentsettings.cli.plans;

import agentsettings.cli.options.CheckedText;
import agentsettings.cli.options.TenantOption;
import agentsettings.cli.output.OutputFormat;
import agentsettings.cli.output.OutputOption;
import agentsettings.cli.remote.ServiceOptions;
import agentsettings.client.management.plans.CallPlans;
import agentsettings.core.plans.CallPlan;
import agentsettings.core.rules.RuleViolation;
import agentsettings.core.rules.SettingsDraft;
import agentsettings.core.rules.SettingsRules;
import agentsettings.core.rules.UserDraft;
import agentsettings.core.rules.UserRules;
import agentsettings.core.settings.PhoneNumber;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tells what a call of each user would do: who is rung first, which number is presented, and why. */
@Command(
        name = "call-plan",
        description = {
            "Tells what an outbound call of each user would do now, over a running service.",
            "A table shows which softphone is rung first, which number the called party sees, and the numbers that were considered"
                    + " until then. --output json shows all of them, with the reasons."
        },
        footer = {
            "",
            "Examples:",
            "  agentsettings call-plan --tenant 202205116084 u17 u18",
            "  agentsettings call-plan --tenant 202205116084 u17 --called 030123456 --output json"
        })
public final class CallPlanCommand implements Callable<Integer> {

    private static final UserDraft NO_PROFILE = new UserDraft(null, null, null, null, null, null);

    @Mixin
    private ServiceOptions service;

    @Mixin
    private TenantOption tenant;

    @Mixin
    private OutputOption output;

    @Option(
            names = "--called",
            paramLabel = "NUMBER",
            converter = CalledNumber.class,
            description = "the number to call; the plan has its kind, and E.164 if it is a number of a public network")
    private String calledNumber;

    @Parameters(paramLabel = "USER", arity = "1..*", converter = UserId.class, description = "the USER_IDs of users")
    private List<String> userIds;

    @Override
    public Integer call() {
        Optional<PhoneNumber> called = Optional.ofNullable(calledNumber).map(PhoneNumber::new);
        return service.call(client -> {
            output.list(
                    output.format() == OutputFormat.TABLE
                            ? CallPlanColumns.table(called.isPresent())
                            : CallPlanColumns.MEMBERS,
                    plans(client.callPlans(), called));
            return 0;
        });
    }

    /** As many users at a time as a request may ask for. */
    private Stream<CallPlan> plans(CallPlans plans, Optional<PhoneNumber> called) {
        return IntStream.iterate(0, from -> from < userIds.size(), from -> from + CallPlans.USERS_MAX)
                .mapToObj(from -> userIds.subList(from, Math.min(userIds.size(), from + CallPlans.USERS_MAX)))
                .flatMap(some -> plans.plan(tenant.id(), some, called).stream());
    }

    /** Takes a USER_ID. */
    static final class UserId extends CheckedText {
        UserId() {
            super(userId -> first(UserRules.violations(userId, null, NO_PROFILE)));
        }
    }

    /** Takes a number that can be dialled. */
    static final class CalledNumber extends CheckedText {
        CalledNumber() {
            super(number -> first(
                    SettingsRules.violations(new SettingsDraft(null, null, null, List.of(number), null, null, null))));
        }
    }

    private static Optional<String> first(List<RuleViolation> violations) {
        return violations.stream().map(RuleViolation::getMessage).findFirst();
    }
}
