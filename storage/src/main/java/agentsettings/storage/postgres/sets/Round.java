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
import java.util.function.LongSupplier;

/**
 * Commands that don't touch each other, neither by a user nor by an idempotency key, so that they can be carried out as sets.
 */
record Round(
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

    /** A thing of a tenant space that a command is about, by its kind and its name. */
    private record Touched(String tenantId, String kind, String name) {}

    private Round() {
        this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }

    /** The batch in as few rounds as keep the order of commands that touch each other. */
    static List<Round> of(List<Command<?>> batch, LongSupplier ids) {
        List<Round> rounds = new ArrayList<>();
        Map<Touched, Integer> nextRounds = new HashMap<>();
        for (int place = 0; place < batch.size(); place++) {
            Command<?> command = batch.get(place);
            int number = 0;
            List<Touched> touched = touched(command);
            for (Touched one : touched) {
                number = Math.max(number, nextRounds.getOrDefault(one, 0));
            }
            for (Touched one : touched) {
                nextRounds.put(one, number + 1);
            }
            if (number == rounds.size()) {
                rounds.add(new Round());
            }
            rounds.get(number).add(command, place, ids.getAsLong());
        }
        return rounds;
    }

    /** What only one command of a round may be about. */
    private static List<Touched> touched(Command<?> command) {
        Caller caller = command.caller();
        List<Touched> touched = new ArrayList<>(3);
        touched.add(new Touched(caller.tenantId(), "user", command.userId()));
        if (command instanceof AddUser addUser) {
            touched.add(new Touched(caller.tenantId(), "sum user", addUser.sumUserId()));
            touched.add(
                    new Touched(caller.tenantId(), "account", addUser.profile().account()));
        }
        if (command instanceof CreateSettings create && create.idempotency() != null) {
            String key = create.idempotency().key();
            touched.add(new Touched(caller.tenantId(), "idempotency key of " + caller.appKey(), key));
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
