package agentsettings.cli.app;

import agentsettings.cli.output.OutputColumn;
import agentsettings.core.apps.App;
import java.time.Instant;
import java.util.List;

/** The columns of lists of apps, without their secrets. */
final class AppColumns {

    /** As they are at this time. */
    static List<OutputColumn<App>> at(Instant now) {
        return List.of(
                OutputColumn.of("KEY", "key", App::key),
                OutputColumn.of("TENANT", "tenantId", App::tenantId),
                OutputColumn.of("EDITION", "edition", app -> app.edition().year()),
                OutputColumn.of("STATE", "enabled", App::enabled)
                        .shownAs(app -> app.enabled() ? "enabled" : "disabled"),
                OutputColumn.of("CREATED", "createdAt", App::createdAt),
                OutputColumn.<App>of(
                                "SECRET", "hasSecret", app -> !app.secretHash().isEmpty())
                        .shownAs(app -> app.secretHash().isEmpty() ? "none" : "set")
                        .unlisted(),
                OutputColumn.<App>of("PREVIOUS SECRET", "previousSecretUntil", app -> previousSecretUntil(app, now))
                        .shownAs(app -> previousSecret(previousSecretUntil(app, now)))
                        .unlisted());
    }

    private static Instant previousSecretUntil(App app, Instant now) {
        return app.previousSecretHash(now).isPresent() ? app.previousSecret().until() : null;
    }

    private static String previousSecret(Instant until) {
        return until == null ? "none" : "accepted until " + until;
    }

    private AppColumns() {}
}
