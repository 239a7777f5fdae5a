package agentsettings.storage;

import static agentsettings.storage.Samples.CALLER;
import static agentsettings.storage.Samples.OTHER_TENANT;
import static agentsettings.storage.Samples.OTHER_USER;
import static agentsettings.storage.Samples.SUM_USER;
import static agentsettings.storage.Samples.USER;
import static agentsettings.storage.Samples.VENDORS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import agentsettings.core.commands.AddUser;
import agentsettings.core.queries.Page;
import agentsettings.core.queries.SettingsFilter;
import agentsettings.core.queries.SettingsRecord;
import agentsettings.core.queries.Summary;
import agentsettings.core.queries.Summary.NumberUse;
import agentsettings.core.queries.UserFilter;
import agentsettings.core.queries.UserRecord;
import agentsettings.core.settings.CallType;
import agentsettings.core.settings.OutboundSettings;
import agentsettings.core.settings.PhoneNumber;
import agentsettings.core.store.StoreUnavailable;
import agentsettings.core.users.UserKey;
import agentsettings.core.users.UserProfile;
import agentsettings.core.users.UserStatus;
import agentsettings.storage.jdbc.ReadFailureLog;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the records of every engine can be asked. An engine is tested by a subclass that provides it. */
public abstract class RecordsContract extends RecordsFixture {

    private static final UserKey KEY = new UserKey(CALLER.tenantId(), USER);

    /** An engine with an empty database. */
    @Override
    protected abstract Engine engine() throws java.io.IOException;

    @BeforeAll
    static void failOnPurpose() {
        ExpectedFailures.areNotLogged(ReadFailureLog.class);
    }

    @Test
    void usersAreListedInTheOrderOfTheirIdsPageByPage() {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            int number = i * 7 % 25;
            String id = "user-" + (number < 10 ? "0" : "") + number;
            ids.add(id);
            addNamed(id, id, id, "Ann");
        }

        assertThat(userIds(allUsers(OTHER_TENANT)))
                .containsExactlyElementsOf(ids.stream().sorted().toList());
        Page<UserRecord> page = records().users(allUsers(OTHER_TENANT), "user-01x", 2);
        assertThat(page.items()).extracting(user -> user.key().userId()).containsExactly("user-02", "user-03");
        assertThat(page.next()).contains("user-03");
        assertThat(records().users(allUsers(OTHER_TENANT), "user-22", 2).next())
                .as("none behind the last two")
                .isEmpty();
        assertThat(records().users(allUsers(OTHER_TENANT), "user-24", 2).items())
                .isEmpty();
    }

    @Test
    void aUserIsListedAndFoundWithEverythingKnownOfIt() {
        UserProfile profile = new UserProfile(
                "y113", "😀 Ann", "+49 (30) 1234", "o'hara@example.com", "a\nb\t\"c\" -", UserStatus.SUSPENDED);
        add(new AddUser(OTHER_TENANT, "u3", "33", profile));
        addNamed("u4", "44", "y114", "Bob");
        createFor(OTHER_TENANT, "u4", VENDORS);

        List<UserRecord> users = list(allUsers(OTHER_TENANT));
        assertThat(users)
                .extracting(UserRecord::key)
                .containsExactly(
                        new UserKey(OTHER_TENANT.tenantId(), "u3"), new UserKey(OTHER_TENANT.tenantId(), "u4"));
        assertThat(users).extracting(UserRecord::hasSettings).containsExactly(false, true);
        assertThat(users.getFirst().user().profile()).isEqualTo(profile);
        assertThat(users.getFirst().user().sumUserId()).isEqualTo("33");
        assertThat(users.getFirst().user().createdAt()).isEqualTo(NOON);
        assertThat(users.get(1).user().profile()).isEqualTo(profile("y114", "Bob"));
        assertThat(users)
                .allSatisfy(user -> assertThat(records().user(user.key())).contains(user));
    }

    @Test
    void settingsAreListedAndFoundWithTheUsersAccountAndName() {
        long id = created(USER, VENDORS);
        clock.move(Duration.ofMinutes(1));
        update(id, USER, new OutboundSettings(CallType.DIRECT, null, List.of(), null, PhoneNumber.NONE));

        SettingsRecord listed = list(allSettings(CALLER)).getFirst();
        assertThat(listed.key()).isEqualTo(KEY);
        assertThat(listed.account()).isEqualTo("y111");
        assertThat(listed.name()).isEqualTo("Ann Özil");
        assertThat(listed.updatedAt()).isEqualTo(NOON.plusSeconds(60));
        assertThat(listed.settings().id()).isEqualTo(id);
        assertThat(listed.settings().version()).isEqualTo(2);
        assertThat(listed.settings().createdAt()).isEqualTo(NOON);
        assertThat(listed.settings().outbound())
                .isEqualTo(new OutboundSettings(
                        CallType.DIRECT,
                        VENDORS.displayNumbers(),
                        List.of(),
                        VENDORS.defaultDisplayNumber(),
                        PhoneNumber.NONE));
        assertThat(records().settings(KEY)).contains(listed);
    }

    @Test
    void whatIsNotThereIsNotFound() {
        UserKey nobody = new UserKey(CALLER.tenantId(), "nobody");

        assertThat(records().user(nobody)).isEmpty();
        assertThat(records().user(new UserKey(CALLER.tenantId(), SUM_USER)))
                .as("a user is looked up by its USER_ID only")
                .isEmpty();
        assertThat(records().user(new UserKey(OTHER_TENANT.tenantId(), USER))).isEmpty();
        assertThat(records().settings(nobody)).isEmpty();
        assertThat(records().settings(KEY)).as("a user without settings").isEmpty();
        assertThat(list(allUsers(OTHER_TENANT))).isEmpty();
        assertThat(list(allSettings(OTHER_TENANT))).isEmpty();
        assertThat(records().count(allUsers(OTHER_TENANT))).isZero();
    }

    @Test
    void aTextIsSoughtInBothIdsTheAccountAndTheName() {
        addNamed("alpha", "1", "y1", "Ann");
        addNamed("u2", "2alpha2", "y2", "Bob");
        addNamed("u3", "3", "the.ALPHA", "Cid");
        addNamed("u4", "4", "y4", "Dr. Alpha");
        addNamed("u5", "5", "y5", "Alp");
        addNamed("u6", "6", "ha", "alp");

        assertThat(userIds(withText("alpha"))).containsExactly("alpha", "u2", "u3", "u4");
        assertThat(records().count(withText("alpha"))).isEqualTo(4);
    }

    @Test
    void theCaseOfLettersDoesNotMatterInAnyScript() {
        addNamed("u1", "1", "y1", "Mesut ÖZIL");
        addNamed("u2", "2", "y2", "Άννα ΣΟΦΊΑ");
        addNamed("u3", "3", "y3", "Жанна");
        addNamed("u4", "4", "y4", "Łukasz");
        addNamed("u5", "5", "y5", "\uD801\uDC00");

        addNamed("u6", "6", "y6", "\u212Aelvin Di\u017Fkı");

        assertThat(userIds(withText("kELVIN dISKI")))
                .as("the sign for kelvin, the long s, i without a dot")
                .containsExactly("u6");
        assertThat(userIds(withText("özil"))).containsExactly("u1");
        assertThat(userIds(withText("σοφία"))).containsExactly("u2");
        assertThat(userIds(withText("ЖАННА"))).containsExactly("u3");
        assertThat(userIds(withText("łUKASZ"))).containsExactly("u4");
        assertThat(userIds(withText("\uD801\uDC28")))
                .as("a letter beyond 16 bits")
                .containsExactly("u5");
        assertThat(userIds(withText("ozil"))).as("ö is not o").isEmpty();
    }

    @Test
    void noCharacterOfATextIsAWildcard() {
        addNamed("u1", "1", "y1", "100 % sure");
        addNamed("u2", "2", "y_2", "a\\b 'c' \"d\"");
        addNamed("u3", "3", "y3", "plain");

        assertThat(userIds(withText("%"))).containsExactly("u1");
        assertThat(userIds(withText("_"))).containsExactly("u2");
        assertThat(userIds(withText("\\"))).containsExactly("u2");
        assertThat(userIds(withText("'c' \"d"))).containsExactly("u2");
        assertThat(userIds(withText("p*n"))).isEmpty();
        assertThat(userIds(withText("pla\0in"))).isEmpty();
    }

    @Test
    void usersAreFilteredByStatusAndBySettings() {
        addNamed("u1", "1", "y1", "Ann");
        addNamed("u2", "2", "y2", "Bob");
        add(new AddUser(OTHER_TENANT, "u3", "3", new UserProfile("y3", "Cid", null, null, null, UserStatus.SUSPENDED)));
        createFor(OTHER_TENANT, "u2", VENDORS);
        createFor(OTHER_TENANT, "u3", VENDORS);

        assertThat(userIds(users(Optional.of(UserStatus.ACTIVE), Optional.empty())))
                .containsExactly("u1", "u2");
        assertThat(userIds(users(Optional.empty(), Optional.of(true)))).containsExactly("u2", "u3");
        assertThat(userIds(users(Optional.empty(), Optional.of(false)))).containsExactly("u1");
        assertThat(userIds(users(Optional.of(UserStatus.SUSPENDED), Optional.of(false))))
                .isEmpty();
        assertThat(records().count(users(Optional.empty(), Optional.of(true)))).isEqualTo(2);
    }

    @Test
    void aNumberIsSoughtAsAWholeInTheListsAndTheDefaults() {
        created(USER, settings(Samples.numbers("123", "4567"), "89", Samples.numbers("+123"), "*1#"));
        created(OTHER_USER, settings(Samples.numbers(), "123", null, null));

        assertThat(settingsOf(withNumbers("123", null, null))).containsExactly(USER, OTHER_USER);
        assertThat(settingsOf(withNumbers("+123", null, null))).containsExactly(USER);
        assertThat(settingsOf(withNumbers("*1#", null, null))).containsExactly(USER);
        assertThat(settingsOf(withNumbers("12", null, null))).as("a part").isEmpty();
        assertThat(settingsOf(withNumbers("67", null, null))).as("an end").isEmpty();
        assertThat(settingsOf(withNumbers(null, "4567", null))).containsExactly(USER);
        assertThat(settingsOf(withNumbers(null, "89", null))).containsExactly(USER);
        assertThat(settingsOf(withNumbers(null, "+123", null)))
                .as("of the other kind")
                .isEmpty();
        assertThat(settingsOf(withNumbers(null, null, "+123"))).containsExactly(USER);
        assertThat(settingsOf(withNumbers(null, null, "123"))).isEmpty();
        assertThat(settingsOf(withNumbers("123", "89", "*1#"))).containsExactly(USER);
        assertThat(records().count(withNumbers("123", null, null))).isEqualTo(2);
    }

    @Test
    void whatIsNoNumberIsInNoSettings() {
        created(USER, settings(Samples.numbers("123", "4567"), "", null, null));

        for (String text : List.of("", "%", "1_3", "123,4567", ",", "x", "1234567890123456")) {
            assertThat(settingsOf(withNumbers(text, null, null))).as(text).isEmpty();
            assertThat(records().count(withNumbers(null, text, null))).as(text).isZero();
        }
    }

    @Test
    void settingsAreFilteredByCallTypeByTimeAndByTheTextOfTheirUser() {
        long id = created(USER, VENDORS);
        clock.move(Duration.ofMillis(1));
        created(OTHER_USER, new OutboundSettings(CallType.DIRECT, null, null, null, null));
        SettingsFilter all = allSettings(CALLER);

        assertThat(settingsOf(with(all, Optional.of(CallType.DIRECT), Optional.empty())))
                .containsExactly(OTHER_USER);
        assertThat(settingsOf(with(all, Optional.of(CallType.PASS_THROUGH), Optional.empty())))
                .isEmpty();
        assertThat(settingsOf(with(all, Optional.empty(), Optional.of(NOON)))).containsExactly(USER, OTHER_USER);
        Optional<Instant> since = Optional.of(NOON.plusMillis(1));
        assertThat(settingsOf(with(all, Optional.empty(), since))).containsExactly(OTHER_USER);
        update(id, USER, VENDORS);
        assertThat(settingsOf(with(all, Optional.empty(), since))).containsExactly(USER, OTHER_USER);
        assertThat(settingsOf(settingsWithText("Y112"))).containsExactly(OTHER_USER);
        assertThat(settingsOf(settingsWithText("özil"))).containsExactly(USER, OTHER_USER);
        assertThat(records().count(settingsWithText("y111"))).isEqualTo(1);
    }

    @Test
    void aSearchThatHasReadItsFillEndsThePageAndGoesOnFromThere() {
        for (int i = 10; i < 30; i++) {
            addNamed("u" + i, "s" + i, "y" + i, i == 13 || i == 29 ? "Zoë" : "Ann");
        }

        Page<UserRecord> first = records().users(withText("ZOË"), "", 100);
        assertThat(first.items()).extracting(user -> user.key().userId()).containsExactly("u13");
        assertThat(first.next()).contains("u13");
        Page<UserRecord> second = records().users(withText("ZOË"), first.next().get(), 100);
        assertThat(second.items()).isEmpty();
        assertThat(second.next()).contains("u17");
        assertThat(userIds(withText("ZOË"))).containsExactly("u13", "u29");
        assertThat(records().count(withText("ZOË"))).isEqualTo(2);
        assertThat(records().users(allUsers(OTHER_TENANT), "", 100).items())
                .as("what is no search reads no more than the page")
                .hasSize(20);
    }

    @Test
    void aSummaryCountsUsersSettingsAndTheUsersOfEachDisplayNumber() {
        addNamed("u1", "1", "y1", "Ann");
        addNamed("u2", "2", "y2", "Ann");
        addNamed("u3", "3", "y3", "Ann");
        addNamed("u4", "4", "y4", "Ann");
        createFor(OTHER_TENANT, "u1", settings(Samples.numbers("12", "12", "34"), "12", Samples.numbers("9"), "9"));
        createFor(OTHER_TENANT, "u2", settings(null, "34", null, null));
        createFor(OTHER_TENANT, "u3", new OutboundSettings(null, List.of(), null, PhoneNumber.NONE, null));
        created(USER, VENDORS);
        clock.move(Duration.ofHours(1));

        assertThat(records().summary(OTHER_TENANT.tenantId()))
                .isEqualTo(new Summary(
                        NOON.plusSeconds(3600),
                        4,
                        1,
                        Map.of(CallType.DIRECT, 2L),
                        1,
                        1,
                        List.of(new NumberUse("34", 2), new NumberUse("12", 1))));
        assertThat(records().summary("nowhere").users()).isZero();
        SettingsFilter wouldFail = thatWouldFail(allSettings(OTHER_TENANT));
        assertThat(settingsOf(wouldFail)).as("those that are counted").containsExactly("u3");
        assertThat(records().count(wouldFail)).isEqualTo(1);
    }

    @Test
    void aSummaryHasTheTwentyMostUsedNumbers() {
        for (int i = 0; i < 8; i++) {
            addNamed("u" + i, "s" + i, "y" + i, "Ann");
            createFor(
                    OTHER_TENANT,
                    "u" + i,
                    settings(Samples.numbers("1" + i, "2" + i, "3" + i, "7"), i < 4 ? "8" : "9", null, null));
        }

        List<NumberUse> uses = records().summary(OTHER_TENANT.tenantId()).mostUsedDisplayNumbers();
        assertThat(uses).hasSize(20).startsWith(new NumberUse("7", 8), new NumberUse("8", 4), new NumberUse("9", 4));
        assertThat(uses.subList(3, 20))
                .allMatch(use -> use.users() == 1)
                .isSortedAccordingTo((a, b) -> a.number().compareTo(b.number()));
    }

    @Test
    void aRowThatSomebodyHasSpoiltIsLeftOutOfListsAndFailsItsOwnLookUp() {
        addNamed("u1", "1", "y1", "Ann");
        addNamed("u2", "2", "y2", "Bob");
        addNamed("u3", "3", "y3", "Cid");
        for (String user : List.of("u1", "u2", "u3")) {
            createFor(OTHER_TENANT, user, settings(Samples.numbers("7"), null, null, null));
        }
        database().execute("UPDATE t_aicc_pub_appcube_user SET status = 'x' WHERE user_id = 'u2'");
        database().execute("UPDATE agent_settings SET call_type = '7', display_numbers = '\"' WHERE user_id = 'u1'");

        assertThat(userIds(allUsers(OTHER_TENANT))).containsExactly("u1", "u3");
        assertThat(records().users(allUsers(OTHER_TENANT), "", 2).items())
                .as("a page is as short as that")
                .hasSize(1);
        assertThat(settingsOf(allSettings(OTHER_TENANT))).containsExactly("u2", "u3");
        assertThatThrownBy(() -> records().user(new UserKey(OTHER_TENANT.tenantId(), "u2")))
                .isInstanceOf(StoreUnavailable.class);
        assertThatThrownBy(() -> records().settings(new UserKey(OTHER_TENANT.tenantId(), "u1")))
                .isInstanceOf(StoreUnavailable.class);
        assertThat(records().user(new UserKey(OTHER_TENANT.tenantId(), "u1"))).isPresent();
        assertThat(records().summary(OTHER_TENANT.tenantId()).users()).isEqualTo(3);
    }

    @Test
    void aPageHasRoomForAtLeastOneRecord() {
        assertThatThrownBy(() -> records().users(allUsers(CALLER), "", 0)).isInstanceOf(IllegalArgumentException.class);
    }

    private static OutboundSettings settings(
            List<PhoneNumber> display, String defaultDisplay, List<PhoneNumber> softphone, String defaultSoftphone) {
        return new OutboundSettings(
                CallType.DIRECT, display, softphone, number(defaultDisplay), number(defaultSoftphone));
    }

    private static PhoneNumber number(String digits) {
        return digits == null ? null : new PhoneNumber(digits);
    }

    private static UserFilter withText(String text) {
        return new UserFilter(OTHER_TENANT.tenantId(), Optional.of(text), Optional.empty(), Optional.empty());
    }

    private static UserFilter users(Optional<UserStatus> status, Optional<Boolean> hasSettings) {
        return new UserFilter(OTHER_TENANT.tenantId(), Optional.empty(), status, hasSettings);
    }

    private static SettingsFilter settingsWithText(String text) {
        return new SettingsFilter(
                CALLER.tenantId(),
                Optional.of(text),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false);
    }

    private static SettingsFilter withNumbers(String any, String display, String softphone) {
        return new SettingsFilter(
                CALLER.tenantId(),
                Optional.empty(),
                Optional.empty(),
                Optional.ofNullable(any),
                Optional.ofNullable(display),
                Optional.ofNullable(softphone),
                Optional.empty(),
                false);
    }

    private static SettingsFilter thatWouldFail(SettingsFilter filter) {
        return new SettingsFilter(
                filter.tenantId(),
                filter.text(),
                filter.callType(),
                filter.number(),
                filter.displayNumber(),
                filter.softphoneNumber(),
                filter.updatedSince(),
                true);
    }

    private static SettingsFilter with(
            SettingsFilter filter, Optional<CallType> callType, Optional<Instant> updatedSince) {
        return new SettingsFilter(
                filter.tenantId(),
                filter.text(),
                callType,
                filter.number(),
                filter.displayNumber(),
                filter.softphoneNumber(),
                updatedSince,
                filter.wouldFail());
    }
}
