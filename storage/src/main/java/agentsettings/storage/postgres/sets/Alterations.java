package agentsettings.storage.postgres.sets;

import agentsettings.core.commands.Command;
import agentsettings.core.commands.DeleteSettings;
import agentsettings.core.commands.UpdateSettings;
import agentsettings.core.settings.OutboundSettings;
import agentsettings.storage.jdbc.Change;
import agentsettings.storage.postgres.sets.Round.Asked;
import agentsettings.storage.postgres.sets.SettingsTable.Stored;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Carries a round's updates and deletes out. Used by one thread, within a transaction. */
record Alterations(SettingsTable settings, long now, Outcomes outcomes) {

    void run(List<Asked<UpdateSettings>> updates, List<Asked<DeleteSettings>> deletes) throws SQLException {
        List<UserKey> users = Stream.concat(updates.stream(), deletes.stream())
                .map(asked -> UserKey.of((Command<?>) asked.command()))
                .toList();
        Map<UserKey, Stored> before = settings.lock(users);
        Set<UserKey> known = before.size() == users.size() ? before.keySet() : settings.known(users);
        update(updates, before, known);
        delete(deletes, before, known);
    }

    private void update(List<Asked<UpdateSettings>> updates, Map<UserKey, Stored> before, Set<UserKey> known)
            throws SQLException {
        List<Stored> wished = updates.stream()
                .map(Asked::command)
                .filter(command -> before.containsKey(UserKey.of(command)))
                .map(command -> new Stored(UserKey.of(command), command.id(), after(command, before)))
                .toList();
        Set<UserKey> updated = wished.isEmpty() ? Set.of() : settings.update(wished, now);
        for (Asked<UpdateSettings> asked : updates) {
            UpdateSettings command = asked.command();
            UserKey user = UserKey.of(command);
            if (updated.contains(user)) {
                Change change = Change.updated(command, before.get(user).outbound(), after(command, before));
                outcomes.add(asked, new UpdateSettings.Updated(command.id()), change);
            } else if (before.containsKey(user)) {
                outcomes.add(asked, new UpdateSettings.IdMismatch());
            } else {
                outcomes.add(
                        asked,
                        known.contains(user) ? new UpdateSettings.NoSettings() : new UpdateSettings.UnknownUser());
            }
        }
    }

    private static OutboundSettings after(UpdateSettings command, Map<UserKey, Stored> before) {
        return before.get(UserKey.of(command)).outbound().with(command.changes());
    }

    private void delete(List<Asked<DeleteSettings>> deletes, Map<UserKey, Stored> before, Set<UserKey> known)
            throws SQLException {
        Set<UserKey> deleted = new HashSet<>();
        for (Asked<DeleteSettings> asked : deletes) {
            DeleteSettings command = asked.command();
            UserKey user = UserKey.of(command);
            Stored stored = before.get(user);
            if (stored != null) {
                deleted.add(user);
                Change change = Change.deleted(command, stored.id(), stored.outbound());
                outcomes.add(asked, new DeleteSettings.Deleted(), change);
            } else {
                outcomes.add(
                        asked,
                        known.contains(user) ? new DeleteSettings.NoSettings() : new DeleteSettings.UnknownUser());
            }
        }
        if (!deleted.isEmpty()) {
            settings.delete(List.copyOf(deleted));
        }
    }
}
