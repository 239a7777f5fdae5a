package agentsettings.management.records;

import agentsettings.core.apps.NumberCheck;
import agentsettings.core.apps.TenantSpace;
import agentsettings.core.patches.Edit;
import agentsettings.core.patches.TenantSpacePatch;
import agentsettings.core.settings.PhoneNumber;
import agentsettings.management.exchange.ApiJson;
import agentsettings.management.problems.Fault;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Tenant spaces in JSON. Stateless. */
public final class TenantJson {

    private static final String NAME = "name";
    private static final String REGION = "region";
    private static final String ACCESS_CODE = "accessCode";
    private static final String NUMBER_CHECK = "numberCheck";

    /** The rules that a body of a tenant space, new or a patch, breaks. */
    public static List<Fault> faults(JsonNode body) {
        List<Fault> faults = new ArrayList<>();
        check(body, "id", TenantSpace::idFault, faults);
        check(body, NAME, TenantSpace::nameFault, faults);
        check(body, REGION, TenantSpace::regionFault, faults);
        check(body, ACCESS_CODE, TenantSpace::accessCodeFault, faults);
        return faults;
    }

    /** Adds the fault of a member, if it is a text that has one. */
    static void check(JsonNode body, String name, Function<String, Optional<String>> rule, List<Fault> faults) {
        String text = JsonText.text(body, name);
        if (text != null) {
            rule.apply(text).ifPresent(detail -> faults.add(Fault.at("/" + name, detail)));
        }
    }

    /** The tenant space of a valid body. */
    public static TenantSpace created(JsonNode body, Instant now) {
        String name = JsonText.text(body, NAME);
        String accessCode = JsonText.text(body, ACCESS_CODE);
        String numberCheck = JsonText.text(body, NUMBER_CHECK);
        return new TenantSpace(
                JsonText.text(body, "id"),
                name == null ? "" : name,
                JsonText.text(body, REGION),
                accessCode == null ? null : new PhoneNumber(accessCode),
                numberCheck == null ? NumberCheck.OFF : check(numberCheck),
                now,
                1);
    }

    private static NumberCheck check(String name) {
        return JsonText.constant(NumberCheck.class, name).orElseThrow();
    }

    /** The patch of a valid body. */
    public static TenantSpacePatch patch(JsonNode body) {
        Edit<String> region = JsonText.edit(body, REGION, Function.identity());
        return new TenantSpacePatch(
                JsonText.edit(body, NAME, Function.identity()),
                region,
                JsonText.edit(body, ACCESS_CODE, PhoneNumber::new),
                JsonText.edit(body, NUMBER_CHECK, TenantJson::check));
    }

    public static ObjectNode of(TenantSpace space) {
        return ApiJson.object()
                .put("id", space.id())
                .put(NAME, space.name())
                .put(REGION, space.region())
                .put(
                        ACCESS_CODE,
                        space.accessCode() == null ? null : space.accessCode().digits())
                .put(NUMBER_CHECK, JsonText.nameOf(space.numberCheck()))
                .put("createdAt", ApiJson.time(space.createdAt()));
    }

    private TenantJson() {}
}
