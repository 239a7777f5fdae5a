package agentsettings.cli.settings;

import agentsettings.cli.options.CommandFailure;
import agentsettings.cli.options.ConditionOption;
import agentsettings.cli.output.Differences;
import agentsettings.cli.output.OutputFormat;
import agentsettings.cli.output.OutputOption;
import agentsettings.cli.remote.ServiceFaults;
import agentsettings.client.management.UserSettings;
import agentsettings.client.management.records.RecordOutcome;
import agentsettings.client.management.records.RecordOutcome.AlreadyExists;
import agentsettings.client.management.records.RecordOutcome.Created;
import agentsettings.client.management.records.RecordOutcome.Deleted;
import agentsettings.client.management.records.RecordOutcome.Found;
import agentsettings.client.management.records.RecordOutcome.InUse;
import agentsettings.client.management.records.RecordOutcome.NotFound;
import agentsettings.client.management.records.RecordOutcome.NotModified;
import agentsettings.client.management.records.RecordOutcome.Updated;
import agentsettings.client.management.records.RecordOutcome.VersionChanged;
import agentsettings.client.management.records.Settings;
import agentsettings.client.management.records.Versioned;
import agentsettings.core.users.UserKey;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine;

/**
 * A change of a user's settings whose effect is shown. It is made on the settings that were read, so that the effect is exactly known; if
 * they have changed meanwhile, they are read again. Used by one thread.
 */
final class SettingsWrite {

    private static final int ATTEMPTS_MAX = 20;

    private final UserSettings settings;
    private final UserKey user;
    private final ConditionOption condition;

    SettingsWrite(UserSettings settings, UserKey user, ConditionOption condition) {
        this.settings = settings;
        this.user = user;
        this.condition = condition;
    }

    /** What stood before and what stands now. */
    record Effect(Optional<Versioned<Settings>> before, Optional<Versioned<Settings>> after) {}

    /**
     * Makes the change.
     *
     * @param write executes it on what was read, under the condition that this still stands
     */
    Effect make(Function<Optional<Versioned<Settings>>, ? extends RecordOutcome<Settings>> write) {
        return make(write, read(), ATTEMPTS_MAX);
    }

    private Effect make(
            Function<Optional<Versioned<Settings>>, ? extends RecordOutcome<Settings>> write,
            Optional<Versioned<Settings>> before,
            int attemptsLeft) {
        if (condition.isGiven() && !condition.condition().holdsFor(before.map(Versioned::tag))) {
            throw ConditionOption.changed("record", before);
        }
        return switch (write.apply(before)) {
            case Created<Settings>(Versioned<Settings> now) -> new Effect(before, Optional.of(now));
            case Updated<Settings>(Versioned<Settings> now) -> new Effect(before, Optional.of(now));
            case Deleted<Settings>() -> new Effect(before, Optional.empty());
            case VersionChanged<Settings>(Optional<Versioned<Settings>> now)
            when attemptsLeft > 1 -> make(write, now, attemptsLeft - 1);
            case VersionChanged<Settings>(Optional<Versioned<Settings>> now) ->
                throw ConditionOption.changed("record", now);
            case NotFound<Settings>(String detail) -> throw new CommandFailure(detail);
            case AlreadyExists<Settings> _, InUse<Settings> _, Found<Settings> _, NotModified<Settings> _ ->
                throw new IllegalStateException("not an outcome of a write of settings");
        };
    }

    private Optional<Versioned<Settings>> read() {
        return switch (settings.get(user)) {
            case Found<Settings>(Versioned<Settings> now) -> Optional.of(now);
            case NotFound<Settings> _ -> Optional.empty();
        };
    }

    /** Prints the effect, and warnings as errors are printed: for people what differs and a sentence, for programs the record as it is now, if there is one. */
    void print(Effect effect, OutputOption output, CommandLine command) {
        PrintWriter out = command.getOut();
        effect.after
                .map(now -> now.record().warnings())
                .orElse(List.of())
                .forEach(warning -> command.getErr().println("agentsettings: warning: " + ServiceFaults.line(warning)));
        if (output.format() != OutputFormat.TABLE) {
            effect.after.ifPresent(now -> output.show(SettingsColumns.SETTINGS, now.record()));
            return;
        }
        List<String> differences = Differences.of(
                SettingsColumns.VALUES,
                effect.before.map(was -> was.record().values()).orElse(null),
                effect.after.map(now -> now.record().values()).orElse(null),
                output.style());
        differences.forEach(out::println);
        out.println("The settings of " + user.userId() + sentence(effect));
    }

    private static String sentence(Effect effect) {
        if (effect.after.isEmpty()) {
            return effect.before.isEmpty() ? " do not exist, as before." : " are deleted.";
        }
        String now = effect.after.get().tag();
        if (effect.before.isEmpty()) {
            return " are created. Version: " + now;
        }
        return effect.before.get().tag().equals(now)
                ? " are as they were. Version: " + now
                : " are changed. Version: " + now;
    }
}
