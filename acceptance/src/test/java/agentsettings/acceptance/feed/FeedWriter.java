package agentsettings.acceptance.feed;

import agentsettings.acceptance.settings.SettingsClient;
import agentsettings.client.OutcomeUnknownException;
import agentsettings.client.ServiceUnavailableException;
import agentsettings.client.management.ManagementClient;
import agentsettings.client.management.records.RecordOutcome;
import agentsettings.client.management.records.Settings;
import agentsettings.client.management.records.Versioned;
import agentsettings.client.vendor.Outcome;
import agentsettings.client.vendor.VendorClient;
import agentsettings.core.patches.Edit;
import agentsettings.core.patches.SettingsPatch;
import agentsettings.core.patches.UserPatch;
import agentsettings.core.requests.Condition;
import agentsettings.core.settings.OutboundSettings;
import agentsettings.core.settings.PhoneNumber;
import agentsettings.core.users.UserKey;
import agentsettings.core.users.UserProfile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Makes one random change after the other through both interfaces, to users that no other writer changes, until it is
 * stopped. What it was told is in its writes once {@link #run} has ended.
 */
final class FeedWriter implements Runnable {

    private static final int USERS = 5;
    private static final long PAUSE_MILLIS = 20;

    private final VendorClient vendor;
    private final ManagementClient management;
    private final int number;
    private final RandomGenerator random;
    private final Map<Subject, List<Write>> writes = new TreeMap<>();
    private final Map<String, Long> settingsIds = new HashMap<>();
    private long tokens;
    private final AtomicInteger acknowledged = new AtomicInteger();
    private final AtomicInteger inDoubt = new AtomicInteger();
    private volatile boolean stopping;

    /**
     * Creates a writer.
     *
     * @param number another one for each writer, below 1000
     */
    FeedWriter(VendorClient vendor, ManagementClient management, int number, RandomGenerator random) {
        this.vendor = vendor;
        this.management = management;
        this.number = number;
        this.random = random;
    }

    @Override
    public void run() {
        while (!stopping) {
            try {
                write(new UserKey(SettingsClient.DEMO_TENANT, "w" + number + "-u" + random.nextInt(USERS)));
            } catch (ServiceUnavailableException notExecuted) {
                pause();
            }
        }
    }

    /** Ends it after the response that it is waiting for. */
    void stop() {
        stopping = true;
    }

    /** How many changes were acknowledged so far. */
    int acknowledged() {
        return acknowledged.get();
    }

    /** How many requests have no known outcome. */
    int inDoubt() {
        return inDoubt.get();
    }

    /** By record, in their order; to be read when it has ended. */
    Map<Subject, List<Write>> writes() {
        return writes;
    }

    private void write(UserKey user) {
        switch (random.nextInt(16)) {
            case 0, 1, 2 -> createByVendor(user);
            case 3, 4, 5, 6 -> updateByVendor(user);
            case 7 -> delete(user, () -> vendor.delete(user.userId()), new Outcome.Deleted()::equals);
            case 8, 9 -> put(user);
            case 10 -> patch(user);
            case 11 ->
                delete(
                        user,
                        () -> management.settings().delete(user, Condition.NONE),
                        new RecordOutcome.Deleted<>()::equals);
            case 12 -> rename(user);
            case 13 -> deleteUser(user);
            case 14 -> createUser(user);
            default -> addUserByVendor();
        }
    }

    private void createByVendor(UserKey user) {
        String token = newToken();
        execute(
                Subject.settings(user.userId()),
                Write.of(token),
                () -> vendor.create(user.userId(), settings(token)),
                outcome -> {
                    if (outcome instanceof Outcome.Created(long id)) {
                        settingsIds.put(user.userId(), id);
                        return true;
                    }
                    return false;
                });
    }

    private void updateByVendor(UserKey user) {
        String token = newToken();
        long id = settingsIds.getOrDefault(user.userId(), 1L);
        execute(
                Subject.settings(user.userId()),
                Write.of(token),
                () -> vendor.update(id, user.userId(), settings(token)),
                Outcome.Updated.class::isInstance);
    }

    private <T> void delete(UserKey user, Supplier<T> call, Predicate<T> isDeleted) {
        execute(Subject.settings(user.userId()), Write.deletion(), call, isDeleted);
    }

    private void put(UserKey user) {
        String token = newToken();
        execute(
                Subject.settings(user.userId()),
                Write.of(token),
                () -> management.settings().put(user, settings(token), Condition.NONE),
                outcome -> switch (outcome) {
                    case RecordOutcome.Created<Settings>(Versioned<Settings> now) -> know(user, now);
                    case RecordOutcome.Updated<Settings>(Versioned<Settings> now) -> know(user, now);
                    default -> false;
                });
    }

    private boolean know(UserKey user, Versioned<Settings> now) {
        settingsIds.put(user.userId(), Long.parseLong(now.record().id()));
        return true;
    }

    private void patch(UserKey user) {
        String token = newToken();
        SettingsPatch patch = new SettingsPatch(
                Edit.keep(), Edit.keep(), Edit.keep(), Edit.assign(new PhoneNumber(token)), Edit.keep());
        execute(
                Subject.settings(user.userId()),
                Write.of(token),
                () -> management.settings().patch(user, patch, Condition.NONE),
                RecordOutcome.Updated.class::isInstance);
    }

    private void rename(UserKey user) {
        String token = newToken();
        UserPatch patch =
                new UserPatch(Edit.keep(), Edit.assign(token), Edit.keep(), Edit.keep(), Edit.keep(), Edit.keep());
        execute(
                Subject.user(user.userId()),
                Write.of(token),
                () -> management.users().patch(user, patch, Condition.NONE),
                RecordOutcome.Updated.class::isInstance);
    }

    /** Deletes the settings too, if there are any; the check knows from the changes before whether there were. */
    private void deleteUser(UserKey user) {
        record(Subject.settings(user.userId()), Write.deletion());
        execute(
                Subject.user(user.userId()),
                Write.deletion(),
                () -> management.users().deleteWithSettings(user, Condition.NONE),
                new RecordOutcome.Deleted<>()::equals);
    }

    private void createUser(UserKey user) {
        String token = newToken();
        execute(
                Subject.user(user.userId()),
                Write.of(token),
                () -> management.users().create(user, Optional.empty(), profile(user.userId(), token)),
                RecordOutcome.Created.class::isInstance);
    }

    private void addUserByVendor() {
        String token = newToken();
        String account = "w" + number + "-v" + token;
        execute(
                Subject.user(account),
                Write.of(token),
                () -> vendor.addUser(profile(account, token)),
                Outcome.Added.class::isInstance);
    }

    private <T> void execute(Subject subject, Write write, Supplier<T> call, Predicate<T> isDone) {
        try {
            if (isDone.test(call.get())) {
                record(subject, write.acknowledged());
                acknowledged.incrementAndGet();
            }
        } catch (OutcomeUnknownException e) {
            record(subject, write);
            inDoubt.incrementAndGet();
        }
    }

    private void record(Subject subject, Write write) {
        writes.computeIfAbsent(subject, _ -> new ArrayList<>()).add(write);
    }

    /** A number that no other change of any writer has. */
    private String newToken() {
        return Long.toString(number * 1_000_000_000L + ++tokens);
    }

    private static OutboundSettings settings(String token) {
        return new OutboundSettings(null, null, null, new PhoneNumber(token), null);
    }

    private static UserProfile profile(String account, String token) {
        return new UserProfile(account, token, null, null, null, null);
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
