package agentsettings.cli.app;

import agentsettings.cli.options.CommandFailure;
import agentsettings.cli.options.ConditionOption;
import agentsettings.cli.options.DatabaseOptions;
import agentsettings.cli.remote.DirectoryRecords;
import agentsettings.cli.remote.ServiceOrDatabase;
import agentsettings.client.management.records.ClientApp;
import agentsettings.client.management.records.RecordOutcome.Created;
import agentsettings.client.management.records.RecordOutcome.Deleted;
import agentsettings.client.management.records.RecordOutcome.Found;
import agentsettings.client.management.records.RecordOutcome.InUse;
import agentsettings.client.management.records.RecordOutcome.NotFound;
import agentsettings.client.management.records.RecordOutcome.OfNewSecret;
import agentsettings.client.management.records.RecordOutcome.OfPatch;
import agentsettings.client.management.records.RecordOutcome.OfUnusedDelete;
import agentsettings.client.management.records.RecordOutcome.Updated;
import agentsettings.client.management.records.RecordOutcome.VersionChanged;
import agentsettings.client.management.records.Versioned;
import agentsettings.core.apps.App;
import agentsettings.core.patches.AppPatch;
import agentsettings.core.requests.Condition;
import agentsettings.server.Databases;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that name an app, and the ways to read and change it over a service and in a database. */
final class ExistingApp {

    @Mixin
    private ServiceOrDatabase place;

    @Option(names = "--key", paramLabel = "KEY", required = true, description = "the app's key")
    private String key;

    String key() {
        return key;
    }

    Versioned<ClientApp> get() {
        return switch (place.choose(
                client -> client.apps().get(key),
                database -> stored(Optional.empty())
                        .found(database.inDirectory(Databases::openForReading, directory -> directory.app(key))))) {
            case Found<ClientApp>(Versioned<ClientApp> now) -> now;
            case NotFound<ClientApp> _ -> throw unknown();
        };
    }

    void change(AppPatch patch, ConditionOption condition) {
        OfPatch<ClientApp> outcome = place.choose(
                client -> client.apps().patch(key, patch, condition.condition()),
                database -> stored(Optional.empty())
                        .changed(database.inDirectory(
                                Databases::openExisting,
                                directory -> directory.changeApp(key, patch, condition.condition()))));
        switch (outcome) {
            case Updated<ClientApp> _ -> {}
            case NotFound<ClientApp> _ -> throw unknown();
            case VersionChanged<ClientApp>(var now) -> throw ConditionOption.changed("app", now);
        }
    }

    void delete(ConditionOption condition) {
        OfUnusedDelete<ClientApp> outcome = place.choose(
                client -> client.apps().delete(key, condition.condition()),
                database -> stored(Optional.empty())
                        .removed(database.inDirectory(
                                Databases::openExisting,
                                directory -> directory.removeApp(key, condition.condition()))));
        switch (outcome) {
            case Deleted<ClientApp>() -> {}
            case NotFound<ClientApp> _ -> throw unknown();
            case InUse<ClientApp>(String detail) -> throw new CommandFailure(detail);
            case VersionChanged<ClientApp>(var now) -> throw ConditionOption.changed("app", now);
        }
    }

    /**
     * Replaces the app's secret, and returns the app with the new one, unless that was given.
     *
     * @param grace how long the present secret is accepted too
     */
    ClientApp replaceSecret(AppSecret secret, Duration grace, ConditionOption condition) {
        OfNewSecret<ClientApp> outcome = place.choose(
                client -> {
                    secret.requireNotGiven();
                    Optional<Duration> sent = Optional.of(grace).filter(time -> !time.isZero());
                    return client.apps().createSecret(key, sent, condition.condition());
                },
                database -> replaceSecret(database, secret, grace, condition.condition()));
        return switch (outcome) {
            case Created<ClientApp>(Versioned<ClientApp> now) -> now.record();
            case NotFound<ClientApp> _ -> throw unknown();
            case VersionChanged<ClientApp>(var now) -> throw ConditionOption.changed("app", now);
        };
    }

    private OfNewSecret<ClientApp> replaceSecret(
            DatabaseOptions database, AppSecret secret, Duration grace, Condition condition) {
        String text = secret.obtain();
        Optional<Instant> previousUntil = grace.isZero()
                ? Optional.empty()
                : Optional.of(InstantSource.system().instant().plus(grace).truncatedTo(ChronoUnit.MILLIS));
        OfPatch<ClientApp> outcome = stored(secret.isGiven() ? Optional.empty() : Optional.of(text))
                .changed(database.inDirectoryWithHashes(
                        Databases::openExisting,
                        (directory, hashes) ->
                                directory.replaceSecret(key, hashes.hash(text), previousUntil, condition)));
        return switch (outcome) {
            case Updated<ClientApp>(Versioned<ClientApp> now) -> new Created<>(now);
            case NotFound<ClientApp> missing -> missing;
            case VersionChanged<ClientApp> changed -> changed;
        };
    }

    private static DirectoryRecords<App, ClientApp> stored(Optional<String> secret) {
        return AppColumns.stored(secret, InstantSource.system().instant());
    }

    private CommandFailure unknown() {
        return new CommandFailure("--key: the app " + key + " does not exist.");
    }
}
