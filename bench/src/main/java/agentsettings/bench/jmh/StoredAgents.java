package agentsettings.bench.jmh;

import agentsettings.bench.load.Samples;
import agentsettings.core.commands.AddUser;
import agentsettings.core.commands.CreateSettings;
import agentsettings.core.store.Store;
import agentsettings.core.users.UserProfile;
import agentsettings.core.users.UserStatus;
import agentsettings.storage.queue.BatchLimits;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.stream.IntStream;

/** A temporary embedded store with users {@code agent-0} and so on, the first half of whom have settings. Used by one thread. */
final class StoredAgents implements AutoCloseable {

    static final int WITH_SETTINGS = 8_192;

    private static final int ALL = 2 * WITH_SETTINGS;

    private final TemporaryDatabase database;
    private final Store store;
    private final List<Long> settingsIds;

    /** Queries are executed by the tasks given to this executor. */
    StoredAgents(Executor endOfTurn) throws IOException {
        database = TemporaryDatabase.create();
        store = database.database().openStore(InstantSource.system(), new BatchLimits(ALL, 256), endOfTurn);
        join(IntStream.range(0, ALL).mapToObj(this::add).toList());
        settingsIds = join(
                        IntStream.range(0, WITH_SETTINGS).mapToObj(this::create).toList())
                .stream()
                .map(outcome -> ((CreateSettings.Created) outcome).id())
                .toList();
    }

    Store store() {
        return store;
    }

    /** Maps every number to an agent with settings; successive numbers give agents that are far apart. */
    int scattered(int number) {
        return number * 2_741 & WITH_SETTINGS - 1;
    }

    String userId(int agent) {
        return "agent-" + agent;
    }

    long settingsId(int agent) {
        return settingsIds.get(agent);
    }

    private CompletionStage<AddUser.Outcome> add(int agent) {
        var profile = new UserProfile(userId(agent), "Ann", null, null, null, UserStatus.ACTIVE);
        return store.write(new AddUser(Samples.CALLER, userId(agent), userId(agent), profile));
    }

    private CompletionStage<CreateSettings.Outcome> create(int agent) {
        return store.write(new CreateSettings(Samples.CALLER, userId(agent), Samples.SETTINGS, null));
    }

    private static <O> List<O> join(List<CompletionStage<O>> stages) {
        return stages.stream()
                .map(CompletionStage::toCompletableFuture)
                .map(CompletableFuture::join)
                .toList();
    }

    @Override
    public void close() throws IOException {
        store.close();
        database.close();
    }
}
