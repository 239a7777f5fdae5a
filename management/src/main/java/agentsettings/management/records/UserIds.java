package agentsettings.management.records;

import agentsettings.core.rules.UserDraft;
import agentsettings.core.rules.UserRules;
import agentsettings.management.problems.Fault;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The member {@code userIds} of a request's body. Stateless. */
public final class UserIds {

    private static final String NAME = "userIds";
    private static final UserDraft NO_PROFILE = new UserDraft(null, null, null, null, null, null);

    /** The rules that the ids break. */
    public static List<Fault> faults(JsonNode body) {
        List<Fault> faults = new ArrayList<>();
        int index = 0;
        for (JsonNode userId : body.path(NAME)) {
            String pointer = "/" + NAME + "/" + index++;
            if (userId.isString()) {
                UserRules.violations(userId.stringValue(), null, NO_PROFILE)
                        .forEach(violation ->
                                faults.add(Fault.at(pointer, violation.rule().description())));
            }
        }
        return faults;
    }

    /** The ids of a valid body, in the order sent; none if it has no such member. */
    public static List<String> of(JsonNode body) {
        return body.path(NAME).valueStream().map(JsonNode::stringValue).toList();
    }

    private UserIds() {}
}
