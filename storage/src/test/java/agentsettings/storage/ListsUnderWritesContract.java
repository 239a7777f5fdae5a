package agentsettings.storage;

import static agentsettings.storage.Samples.OTHER_TENANT;
import static org.assertj.core.api.Assertions.assertThat;

import agentsettings.core.commands.AddUser;
import agentsettings.core.commands.Command;
import agentsettings.core.commands.CreateSettings;
import agentsettings.core.commands.EditSettings;
import agentsettings.core.commands.EditUser;
import agentsettings.core.patches.Edit;
import agentsettings.core.patches.UserPatch;
import agentsettings.core.queries.Page;
import agentsettings.core.queries.UserRecord;
import agentsettings.core.requests.Condition;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Whoever pages through a list while others write sees every record that is there throughout, and none twice. The number of users is
 * the system property {@code records.users}.
 */
public abstract class ListsUnderWritesContract extends RecordsFixture {

    private static final int USERS = Integer.getInteger("records.users", 400);

    /** One user in so many is changed. */
    private static final int CHANGED = 5;

    private static final int TOGETHER = 100;

    /** An engine with an empty database. */
    @Override
    protected abstract Engine engine() throws IOException;

    @Test
    void everyRecordThatIsThereThroughoutIsListedOnce() {
        writeAll(IntStream.range(0, USERS)
                .mapToObj(i -> new AddUser(OTHER_TENANT, id(i), "s" + i, profile("y" + i, "Ann")))
                .toList());
        writeAll(IntStream.range(0, USERS)
                .mapToObj(i -> new CreateSettings(OTHER_TENANT, id(i), Samples.VENDORS, null))
                .toList());
        List<String> keptUsers = IntStream.range(0, USERS)
                .filter(i -> !isRemoved(i))
                .mapToObj(ListsUnderWritesContract::id)
                .sorted()
                .toList();
        List<String> keptSettings = IntStream.range(0, USERS)
                .filter(i -> !isDeleted(i))
                .mapToObj(ListsUnderWritesContract::id)
                .sorted()
                .toList();

        CompletableFuture<Void> writer = CompletableFuture.runAsync(this::change);
        boolean last;
        do {
            last = writer.isDone();
            List<String> users = userIds(allUsers(OTHER_TENANT));
            assertThat(users).isSorted().doesNotHaveDuplicates().containsAll(keptUsers);
            List<String> settings = settingsOf(allSettings(OTHER_TENANT));
            assertThat(settings).isSorted().doesNotHaveDuplicates().containsAll(keptSettings);
        } while (!last);
        writer.join();

        assertThat(records().count(allUsers(OTHER_TENANT))).isEqualTo(keptUsers.size() + USERS / CHANGED);
        assertThat(settingsOf(allSettings(OTHER_TENANT))).isEqualTo(keptSettings);
    }

    @Test
    void aHundredPagesInARowLeaveNothingInMemory() {
        writeAll(IntStream.range(0, 700)
                .mapToObj(i -> new AddUser(OTHER_TENANT, id(i), "s" + i, profile("y" + i, "Ann")))
                .toList());
        List<WeakReference<UserRecord>> seen = new ArrayList<>();
        Optional<String> next = Optional.of("");
        for (int page = 0; page < 100; page++) {
            Page<UserRecord> users = records().users(allUsers(OTHER_TENANT), next.orElseThrow(), 7);
            users.items().forEach(user -> seen.add(new WeakReference<>(user)));
            next = users.next();
        }
        assertThat(next).isEmpty();
        assertThat(seen).hasSize(700);
        while (seen.stream().anyMatch(user -> user.get() != null)) { // until the fixture's timeout
            System.gc();
        }
    }

    @Override
    int pageSize() {
        return Math.max(7, USERS / 100);
    }

    private static String id(int user) {
        return "agent-" + user;
    }

    private static boolean isRemoved(int user) {
        return user % (4 * CHANGED) == 0;
    }

    private static boolean isDeleted(int user) {
        return user % CHANGED == 0 && user / CHANGED % 2 == 0;
    }

    /**
     * Changes a user in so many and its settings, deletes the settings of every second of these and the user of every fourth, and
     * adds as many users.
     */
    private void change() {
        List<Command<?>> commands = new ArrayList<>();
        for (int i = 0; i < USERS; i += CHANGED) {
            commands.add(new EditUser(OTHER_TENANT, id(i), rename(), Condition.NONE));
            commands.add(new EditSettings(OTHER_TENANT, id(i), new EditSettings.Put(Samples.NOTHING), Condition.NONE));
            if (isDeleted(i)) {
                commands.add(new EditSettings(OTHER_TENANT, id(i), new EditSettings.Delete(), Condition.NONE));
            }
            if (isRemoved(i)) {
                commands.add(new EditUser(OTHER_TENANT, id(i), new EditUser.Delete(true), Condition.NONE));
            }
            commands.add(new AddUser(OTHER_TENANT, id(i) + "a", "t" + i, profile("z" + i, "Bob")));
        }
        writeAll(commands);
    }

    private static EditUser.Patch rename() {
        return new EditUser.Patch(
                new UserPatch(Edit.keep(), Edit.assign("Zoë"), Edit.keep(), Edit.keep(), Edit.keep(), Edit.keep()));
    }

    private void writeAll(List<? extends Command<?>> commands) {
        for (int first = 0; first < commands.size(); first += TOGETHER) {
            commands.subList(first, Math.min(first + TOGETHER, commands.size())).stream()
                    .map(command -> store().write(command).toCompletableFuture())
                    .toList()
                    .forEach(CompletableFuture::join);
        }
    }
}
