package agentsettings.storage;

import agentsettings.core.apps.Caller;
import agentsettings.core.commands.AddUser;
import agentsettings.core.commands.CreateSettings;
import agentsettings.core.queries.Page;
import agentsettings.core.queries.SettingsFilter;
import agentsettings.core.queries.SettingsRecord;
import agentsettings.core.queries.UserFilter;
import agentsettings.core.queries.UserRecord;
import agentsettings.core.settings.OutboundSettings;
import agentsettings.core.store.Records;
import agentsettings.core.users.UserProfile;
import agentsettings.core.users.UserStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** An open store with the records of its database, whose searches read few rows at a time, and short words to list them. */
abstract class RecordsFixture extends StoreFixture {

    static final int SEARCHED_ROWS_MAX = 4;

    private Records records;

    @BeforeEach
    void openRecords() {
        records = database().openRecords(clock, SEARCHED_ROWS_MAX);
    }

    @AfterEach
    void closeRecords() {
        records.close();
    }

    final Records records() {
        return records;
    }

    /** Adds a user of another tenant space than the fixture's users. */
    final void addNamed(String userId, String sumUserId, String account, String name) {
        add(new AddUser(Samples.OTHER_TENANT, userId, sumUserId, profile(account, name)));
    }

    static UserProfile profile(String account, String name) {
        return new UserProfile(account, name, null, null, null, UserStatus.ACTIVE);
    }

    final void createFor(Caller caller, String userId, OutboundSettings outbound) {
        write(new CreateSettings(caller, userId, outbound, null));
    }

    static UserFilter allUsers(Caller caller) {
        return new UserFilter(caller.tenantId(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    static SettingsFilter allSettings(Caller caller) {
        return new SettingsFilter(
                caller.tenantId(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false);
    }

    int pageSize() {
        return 3;
    }

    final List<UserRecord> list(UserFilter filter) {
        return put(page -> records.users(filter, page, pageSize()));
    }

    final List<SettingsRecord> list(SettingsFilter filter) {
        return put(page -> records.settings(filter, page, pageSize()));
    }

    final List<String> userIds(UserFilter filter) {
        return list(filter).stream().map(user -> user.key().userId()).toList();
    }

    final List<String> settingsOf(SettingsFilter filter) {
        return list(filter).stream().map(settings -> settings.key().userId()).toList();
    }

    /** All pages, put together. */
    static <T> List<T> put(Function<String, Page<T>> pages) {
        List<T> all = new ArrayList<>();
        Optional<String> next = Optional.of("");
        while (next.isPresent()) {
            Page<T> page = pages.apply(next.get());
            all.addAll(page.items());
            next = page.next();
        }
        return all;
    }
}
