package agentsettings.cli.remote;

import agentsettings.client.management.records.RecordOutcome.Deleted;
import agentsettings.client.management.records.RecordOutcome.Found;
import agentsettings.client.management.records.RecordOutcome.InUse;
import agentsettings.client.management.records.RecordOutcome.NotFound;
import agentsettings.client.management.records.RecordOutcome.OfGet;
import agentsettings.client.management.records.RecordOutcome.OfPatch;
import agentsettings.client.management.records.RecordOutcome.OfUnusedDelete;
import agentsettings.client.management.records.RecordOutcome.Updated;
import agentsettings.client.management.records.RecordOutcome.VersionChanged;
import agentsettings.client.management.records.Versioned;
import agentsettings.core.store.ChangeOutcome;
import agentsettings.core.store.RemovalOutcome;
import java.util.Optional;
import java.util.function.Function;

/**
 * Turns outcomes of the database's directory into those of the client, so that a command reports both in one way. Immutable.
 *
 * @param mapper turns a record of the directory into one of the client
 * @param tag names the version of a record of the directory
 * @param <D> the record of the directory
 * @param <C> the record of the client
 */
public record DirectoryRecords<D, C>(Function<D, C> mapper, Function<D, String> tag) {

    private static final String MISSING = "There is no such record.";

    public OfGet<C> found(Optional<D> stored) {
        return stored.<OfGet<C>>map(record -> new Found<>(versioned(record))).orElseGet(() -> new NotFound<>(MISSING));
    }

    public OfPatch<C> changed(ChangeOutcome<D> outcome) {
        return switch (outcome) {
            case ChangeOutcome.Changed<D>(D current) -> new Updated<>(versioned(current));
            case ChangeOutcome.Missing<D>() -> new NotFound<>(MISSING);
            case ChangeOutcome.ConditionFailed<D>(D current) -> versionChanged(current);
        };
    }

    public OfUnusedDelete<C> removed(RemovalOutcome<D> outcome) {
        return switch (outcome) {
            case RemovalOutcome.Removed<D> _ -> new Deleted<>();
            case RemovalOutcome.Missing<D>() -> new NotFound<>(MISSING);
            case RemovalOutcome.ConditionFailed<D>(D current) -> versionChanged(current);
            case RemovalOutcome.InUse<D> inUse -> new InUse<>(inUse.detail());
        };
    }

    private VersionChanged<C> versionChanged(D current) {
        return new VersionChanged<>(Optional.of(versioned(current)));
    }

    private Versioned<C> versioned(D stored) {
        return new Versioned<>(mapper.apply(stored), tag.apply(stored));
    }
}
