package agentsettings.storage.postgres.sets;

import agentsettings.core.apps.Caller;
import agentsettings.core.commands.AddUser;
import agentsettings.core.commands.Command;
import agentsettings.core.commands.CreateSettings;
import agentsettings.core.commands.DeleteSettings;
import agentsettings.core.commands.UpdateSettings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongSupplier;

/**
 * Commands of one tenant space that don't touch each other, neither by a user nor by an idempotency key, so that they can be carried
 * out as sets.
 */
record Round(
        String tenantId,
        List<Asked<AddUser>> additions,
        List<Asked<CreateSettings>> creates,
        List<Asked<UpdateSettings>> updates,
        List<Asked<DeleteSettings>> deletes) {

    /**
     * A command, and where its outcome belongs.
     *
     * @param place in the batch
     * @param id for what it makes, later than those of the commands before it
     */
    record Asked<C>(C command, int place, long id) {}

    /** Where a round stands: after those of lower number. */
    private record Turn(int number, String tenantId) implements Comparable<Turn> {

        @Override
        public int compareTo(Turn other) {
            int byNumber = Integer.compare(number, other.number);
            return byNumber != 0 ? byNumber : tenantId.compareTo(other.tenantId);
        }
    }

    private Round(String tenantId) {
        this(tenantId, new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }

    /** The batch in as few rounds as keep the order of commands that touch each other. */
    static List<Round> of(List<Command<?>> batch, LongSupplier ids) {
        Map<Turn, Round> rounds = new TreeMap<>();
        Map<List<String>, Integer> nextTurns = new HashMap<>();
        for (int place = 0; place < batch.size(); place++) {
            Command<?> command = batch.get(place);
            String tenantId = command.caller().tenantId();
            int number = 0;
            List<List<String>> touched = touched(command);
            for (List<String> one : touched) {
                number = Math.max(number, nextTurns.getOrDefault(one, 0));
            }
            for (List<String> one : touched) {
                nextTurns.put(one, number + 1);
            }
            rounds.computeIfAbsent(new Turn(number, tenantId), turn -> new Round(tenantId))
                    .add(command, place, ids.getAsLong());
        }
        return List.copyOf(rounds.values());
    }

    /** What only one command of a round may be about. */
    private static List<List<String>> touched(Command<?> command) {
        Caller caller = command.caller();
        List<List<String>> touched = new ArrayList<>();
        touched.add(List.of(caller.tenantId(), "user", String.valueOf(command.userId())));
        if (command instanceof AddUser addUser) {
            touched.add(List.of(caller.tenantId(), "sum user", String.valueOf(addUser.sumUserId())));
            touched.add(List.of(caller.tenantId(), "account", addUser.profile().account()));
        }
        if (command instanceof CreateSettings create && create.idempotency() != null) {
            String key = create.idempotency().key();
            touched.add(List.of(caller.tenantId(), "idempotency key", caller.appKey(), key));
        }
        return touched;
    }

    private void add(Command<?> command, int place, long id) {
        switch (command) {
            case AddUser addUser -> additions.add(new Asked<>(addUser, place, id));
            case CreateSettings create -> creates.add(new Asked<>(create, place, id));
            case UpdateSettings update -> updates.add(new Asked<>(update, place, id));
            case DeleteSettings delete -> deletes.add(new Asked<>(delete, place, id));
        }
    }
}
