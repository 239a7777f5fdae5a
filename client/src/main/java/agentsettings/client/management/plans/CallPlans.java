package agentsettings.client.management.plans;

import agentsettings.client.management.calls.ManagementCall;
import agentsettings.client.management.calls.ManagementCalls;
import agentsettings.client.management.calls.ResourcePath;
import agentsettings.client.management.json.ReplyDecoder;
import agentsettings.core.plans.CallPlan;
import agentsettings.core.settings.PhoneNumber;
import java.util.List;
import java.util.Optional;

/** What outbound calls would do. Its methods throw as those of a ManagementClient do. Thread-safe. */
public final class CallPlans {

    /** The maximum number of users of a request. */
    public static final int USERS_MAX = 1_000;

    private final ManagementCalls calls;

    /** Sends requests by these calls. */
    public CallPlans(ManagementCalls calls) {
        this.calls = calls;
    }

    /**
     * Returns what a call of each user would do now, in the order of the users.
     *
     * @param userIds 1 to {@value #USERS_MAX}; a user that comes twice has two plans
     * @param calledNumber the number to call, if it is known
     */
    public List<CallPlan> plan(String tenantId, List<String> userIds, Optional<PhoneNumber> calledNumber) {
        return calls.execute(ManagementCall.query(
                "plan calls",
                ResourcePath.of("tenants", tenantId, "call-plans"),
                CallPlanMapper.body(userIds, calledNumber),
                ReplyDecoder.of("200", CallPlanMapper::plans)));
    }
}
