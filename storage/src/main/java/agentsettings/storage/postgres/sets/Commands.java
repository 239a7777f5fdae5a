package agentsettings.storage.postgres.sets;

import agentsettings.core.commands.AddUser;
import agentsettings.core.commands.Command;
import agentsettings.storage.jdbc.Change;
import agentsettings.storage.jdbc.UserTable;
import agentsettings.storage.postgres.sets.Round.Asked;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.stream.LongStream;

/**
 * Carries commands out within one transaction, those that don't touch each other as sets. Conflicts with other transactions are decided
 * by the locks of rows and keys. Used by one thread.
 */
public final class Commands {

    private final Connection connection;
    private final LongSupplier ids;
    private final long now;
    private final Outcomes outcomes;

    private Commands(Connection connection, LongSupplier ids, long now, int size) {
        this.connection = connection;
        this.ids = ids;
        this.now = now;
        this.outcomes = new Outcomes(size);
    }

    /** Carries the commands out, but for the change log and the commit. */
    public static Outcomes carryOut(Connection connection, List<Command<?>> batch, LongSupplier ids, long now)
            throws SQLException {
        Commands commands = new Commands(connection, ids, now, batch.size());
        for (Round round : Round.of(batch, ids)) {
            commands.carryOut(round);
        }
        return commands.outcomes;
    }

    private void carryOut(Round round) throws SQLException {
        if (!round.additions().isEmpty()) {
            add(round.additions());
        }
        SettingsTable settings = new SettingsTable(connection);
        if (!round.creates().isEmpty()) {
            new Creates(settings, new IdempotencyKeys(connection), now, outcomes).run(round.creates());
        }
        if (!round.updates().isEmpty() || !round.deletes().isEmpty()) {
            new Alterations(settings, now, outcomes).run(round.updates(), round.deletes());
        }
    }

    private void add(List<Asked<AddUser>> additions) throws SQLException {
        try (UserTable users = new UserTable(connection)) {
            for (Asked<AddUser> asked : additions) {
                LongStream idsFromHere = LongStream.concat(LongStream.of(asked.id()), LongStream.generate(ids));
                AddUser command = users.withId(asked.command(), idsFromHere.iterator()::nextLong);
                AddUser.Outcome outcome = users.insert(command, now);
                if (outcome instanceof AddUser.Added) {
                    outcomes.add(asked, outcome, Change.userAdded(command));
                } else {
                    outcomes.add(asked, outcome);
                }
            }
        }
    }
}
