package agentsettings.cli.app;

import agentsettings.cli.output.OutputColumn;
import agentsettings.cli.remote.DirectoryRecords;
import agentsettings.client.management.records.ClientApp;
import agentsettings.client.management.records.Versioned;
import agentsettings.core.apps.App;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The columns of lists of apps, whether the service or the database has them, without their secrets. */
final class AppColumns {

    static final List<OutputColumn<ClientApp>> APP = List.of(
            OutputColumn.of("KEY", "key", ClientApp::key),
            OutputColumn.of("TENANT", "tenantId", ClientApp::tenantId),
            OutputColumn.of("EDITION", "edition", app -> app.edition().year()),
            OutputColumn.of("STATE", "enabled", ClientApp::enabled)
                    .shownAs(app -> app.enabled() ? "enabled" : "disabled"),
            OutputColumn.of("CREATED", "createdAt", ClientApp::createdAt),
            OutputColumn.of("SECRET", "hasSecret", ClientApp::hasSecret)
                    .shownAs(app -> app.hasSecret() ? "set" : "none")
                    .unlisted(),
            OutputColumn.of("PREVIOUS SECRET", "previousSecretUntil", ClientApp::previousSecretUntil)
                    .shownAs(app -> app.previousSecretUntil()
                            .map(until -> "accepted until " + until)
                            .orElse("none"))
                    .unlisted());

    /** Of one app, with the version that a condition names. */
    static final List<OutputColumn<Versioned<ClientApp>>> VERSIONED = Stream.concat(
                    APP.stream().map(column -> column.in(Versioned<ClientApp>::record)),
                    Stream.of(OutputColumn.of("VERSION", "tag", Versioned<ClientApp>::tag)))
            .toList();

    /**
     * The outcomes of the database, as of now.
     *
     * @param secret the new secret to be shown, if the operation made one
     */
    static DirectoryRecords<App, ClientApp> stored(Optional<String> secret, Instant now) {
        return new DirectoryRecords<>(
                app -> new ClientApp(
                        app.key(),
                        app.tenantId(),
                        app.edition(),
                        app.enabled(),
                        !app.secretHash().isEmpty(),
                        app.previousSecretHash(now)
                                .map(_ -> app.previousSecret().until()),
                        app.createdAt(),
                        secret),
                App::tag);
    }

    private AppColumns() {}
}
