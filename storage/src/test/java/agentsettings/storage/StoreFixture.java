package agentsettings.storage;

import static org.assertj.core.api.Assertions.assertThat;

import agentsettings.core.apps.Caller;
import agentsettings.core.commands.AddUser;
import agentsettings.core.commands.Command;
import agentsettings.core.commands.CreateSettings;
import agentsettings.core.commands.DeleteSettings;
import agentsettings.core.commands.FindSettings;
import agentsettings.core.commands.UpdateSettings;
import agentsettings.core.settings.AgentSettings;
import agentsettings.core.settings.OutboundSettings;
import agentsettings.core.store.Store;
import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

/** What the parts of the store contract have in common: an open store with two users in it, and short words to talk to it. */
// the timeout is only there so that a command left unanswered fails the build instead of holding it up
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
abstract class StoreFixture {

    static final Instant NOON = Instant.parse("2026-11-23T12:00:00.123Z");

    final SettableClock clock = new SettableClock(NOON);

    private Engine engine;
    private Store store;

    abstract Engine engine() throws IOException;

    @BeforeEach
    void open() throws IOException {
        engine = engine();
        store = engine.open(clock);
        add(Samples.user(Samples.CALLER, Samples.USER, Samples.SUM_USER, "y111"));
        add(Samples.user(Samples.CALLER, Samples.OTHER_USER, Samples.OTHER_USER, "y112"));
    }

    @AfterEach
    void close() {
        store.close();
        engine.close();
    }

    final void reopen() {
        store.close();
        store = engine.open(clock);
    }

    final Store store() {
        return store;
    }

    final Engine database() {
        return engine;
    }

    final <O> O write(Command<O> command) {
        return store.write(command).toCompletableFuture().join();
    }

    final void add(AddUser command) {
        assertThat(write(command)).isInstanceOf(AddUser.Added.class);
    }

    final CreateSettings.Outcome create(String userId, OutboundSettings outbound) {
        return write(new CreateSettings(Samples.CALLER, userId, outbound, null));
    }

    /** Creates the settings, which must succeed, and gives their id. */
    final long created(String userId, OutboundSettings outbound) {
        assertThat(create(userId, outbound)).isInstanceOf(CreateSettings.Created.class);
        return settings(userId).id();
    }

    final UpdateSettings.Outcome update(long id, String userId, OutboundSettings changes) {
        return write(new UpdateSettings(Samples.CALLER, id, userId, changes));
    }

    final DeleteSettings.Outcome delete(String userId) {
        return write(new DeleteSettings(Samples.CALLER, userId));
    }

    final FindSettings.Outcome find(String user) {
        return find(Samples.CALLER, user);
    }

    final FindSettings.Outcome find(Caller caller, String user) {
        return store.find(new FindSettings(caller.tenantId(), user))
                .toCompletableFuture()
                .join();
    }

    /** The settings of the user, which must have some. */
    protected final AgentSettings settings(String user) {
        FindSettings.Outcome outcome = find(user);
        assertThat(outcome).isInstanceOf(FindSettings.Found.class);
        return ((FindSettings.Found) outcome).settings();
    }
}
