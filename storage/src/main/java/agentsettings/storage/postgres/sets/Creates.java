package agentsettings.storage.postgres.sets;

import agentsettings.core.commands.CreateSettings;
import agentsettings.core.commands.CreateSettings.AlreadyExists;
import agentsettings.core.commands.CreateSettings.Created;
import agentsettings.core.commands.CreateSettings.UnknownUser;
import agentsettings.storage.jdbc.Change;
import agentsettings.storage.postgres.sets.Round.Asked;
import agentsettings.storage.postgres.sets.SettingsTable.NewSettings;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Carries a round's creates out. Used by one thread, within a transaction. */
record Creates(SettingsTable settings, IdempotencyKeys keys, long now, Outcomes outcomes) {

    void run(List<Asked<CreateSettings>> creates) throws SQLException {
        List<Asked<CreateSettings>> keyed = creates.stream()
                .filter(asked -> asked.command().idempotency() != null)
                .toList();
        if (keyed.isEmpty()) {
            insert(creates);
            return;
        }
        List<Asked<CreateSettings>> unanswered = new ArrayList<>(creates);
        unanswered.removeAll(answerRepeated(keyed));
        if (unanswered.isEmpty()) {
            return;
        }
        Map<CreateSettings, CreateSettings.Outcome> inserted = insert(unanswered);
        inserted.keySet().removeIf(command -> command.idempotency() == null);
        if (!inserted.isEmpty()) {
            keys.remember(inserted, now);
        }
    }

    /** Answers those whose key was used before, and tells which those are. */
    private List<Asked<CreateSettings>> answerRepeated(List<Asked<CreateSettings>> keyed) throws SQLException {
        Map<CreateSettings, CreateSettings.Outcome> earlier =
                keys.earlierOutcomes(keyed.stream().map(Asked::command).toList(), now);
        List<Asked<CreateSettings>> repeated = keyed.stream()
                .filter(asked -> earlier.containsKey(asked.command()))
                .toList();
        repeated.forEach(asked -> outcomes.add(asked, earlier.get(asked.command())));
        return repeated;
    }

    private Map<CreateSettings, CreateSettings.Outcome> insert(List<Asked<CreateSettings>> creates)
            throws SQLException {
        List<NewSettings> wished = creates.stream()
                .map(asked -> new NewSettings(asked.command(), asked.id()))
                .toList();
        Set<UserKey> created = settings.insert(wished, now);
        Set<UserKey> known = created.size() == wished.size()
                ? created
                : settings.known(wished.stream().map(NewSettings::user).toList());
        Map<CreateSettings, CreateSettings.Outcome> turnedOut = new HashMap<>();
        for (int i = 0; i < wished.size(); i++) {
            CreateSettings command = wished.get(i).command();
            UserKey user = wished.get(i).user();
            if (created.contains(user)) {
                long id = wished.get(i).id();
                turnedOut.put(command, new Created(id));
                outcomes.add(creates.get(i), new Created(id), Change.created(command, id));
            } else {
                turnedOut.put(command, known.contains(user) ? new AlreadyExists() : new UnknownUser());
                outcomes.add(creates.get(i), turnedOut.get(command));
            }
        }
        return turnedOut;
    }
}
