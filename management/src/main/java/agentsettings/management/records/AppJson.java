package agentsettings.management.records;

import agentsettings.core.apps.App;
import agentsettings.core.apps.Edition;
import agentsettings.core.apps.TenantSpace;
import agentsettings.core.patches.AppPatch;
import agentsettings.core.patches.Edit;
import agentsettings.management.exchange.ApiJson;
import agentsettings.management.problems.Fault;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Apps in JSON, without their secrets. Stateless. */
public final class AppJson {

    private static final String EDITION = "edition";
    private static final String ENABLED = "enabled";
    private static final String GRACE = "grace";

    /** The rules that a body of an app, new or a patch, breaks. */
    public static List<Fault> faults(JsonNode body) {
        List<Fault> faults = new ArrayList<>();
        TenantJson.check(body, "key", App::keyFault, faults);
        TenantJson.check(body, "tenantId", TenantSpace::idFault, faults);
        return faults;
    }

    /** The rules that a request for a secret breaks. */
    public static List<Fault> secretFaults(JsonNode body) {
        List<Fault> faults = new ArrayList<>();
        TenantJson.check(body, GRACE, AppJson::graceFault, faults);
        return faults;
    }

    private static Optional<String> graceFault(String text) {
        try {
            return App.graceFault(Duration.parse(text));
        } catch (DateTimeException e) {
            return Optional.of("must be a duration like PT1H, PT0S to P7D.");
        }
    }

    /** The end of the secret before; empty if it ends now. */
    public static Optional<Instant> previousUntil(JsonNode body, Instant now) {
        return Optional.ofNullable(JsonText.text(body, GRACE))
                .map(Duration::parse)
                .filter(grace -> !grace.isZero())
                .map(now::plus);
    }

    /** The edition of a valid body. */
    public static Optional<Edition> edition(JsonNode body) {
        return Edition.of(body.path(EDITION).asInt(0));
    }

    /** The patch of a valid body. */
    public static AppPatch patch(JsonNode body) {
        return new AppPatch(
                edition(body).map(Edit::assign).orElse(Edit.keep()),
                body.has(ENABLED) ? Edit.assign(body.get(ENABLED).booleanValue()) : Edit.keep());
    }

    /** The app as of now. */
    public static ObjectNode of(App app, Instant now) {
        boolean hasPrevious = app.previousSecretHash(now).isPresent();
        return ApiJson.object()
                .put("key", app.key())
                .put("tenantId", app.tenantId())
                .put(EDITION, app.edition().year())
                .put(ENABLED, app.enabled())
                .put("hasSecret", !app.secretHash().isEmpty())
                .put(
                        "previousSecretUntil",
                        hasPrevious ? ApiJson.time(app.previousSecret().until()) : null)
                .put("createdAt", ApiJson.time(app.createdAt()));
    }

    private AppJson() {}
}
