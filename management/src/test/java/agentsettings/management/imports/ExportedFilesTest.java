package agentsettings.management.imports;

import static org.assertj.core.api.Assertions.assertThat;

import agentsettings.core.apps.Caller;
import agentsettings.core.commands.AddUser;
import agentsettings.core.commands.CreateSettings;
import agentsettings.core.commands.EditSettings;
import agentsettings.core.commands.UpsertUser;
import agentsettings.core.patches.UserPatch;
import agentsettings.core.queries.SettingsRecord;
import agentsettings.core.queries.UserRecord;
import agentsettings.core.requests.Condition;
import agentsettings.core.settings.CallType;
import agentsettings.core.settings.OutboundSettings;
import agentsettings.core.settings.PhoneNumber;
import agentsettings.core.settings.StoredSettings;
import agentsettings.core.users.StoredUser;
import agentsettings.core.users.UserKey;
import agentsettings.core.users.UserProfile;
import agentsettings.core.users.UserStatus;
import agentsettings.management.csv.SettingsCsv;
import agentsettings.management.csv.UserCsv;
import agentsettings.management.records.SettingsJson;
import agentsettings.management.records.UserRecordJson;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What is exported is imported as it was, whatever values it has. */
class ExportedFilesTest {

    private static final Caller CALLER = ImportText.CALLER;
    private static final Instant THEN = Instant.parse("2026-11-23T12:00:00.123Z");

    @Property(seed = "1")
    void settingsComeBackAsTheyWere(@ForAll("settings") SettingsRecord record) {
        OutboundSettings outbound = record.settings().outbound();
        String userId = record.key().userId();
        CreateSettings create = new CreateSettings(CALLER, userId, outbound, null);

        String csv = SettingsCsv.HEADER + SettingsCsv.line(record);
        assertThat(ImportText.command(ImportText.csv(ImportKind.SETTINGS, ImportMode.CREATE, csv)))
                .isEqualTo(create);
        assertThat(ImportText.command(ImportText.csv(ImportKind.SETTINGS, ImportMode.REPLACE, csv)))
                .isEqualTo(new EditSettings(CALLER, userId, new EditSettings.Put(outbound), Condition.NONE));
        assertThat(ImportText.command(
                        ImportText.json(ImportKind.SETTINGS, ImportMode.CREATE, SettingsJson.of(record) + "\n")))
                .isEqualTo(create);
    }

    @Property(seed = "2")
    void usersComeBackAsTheyWere(@ForAll("users") UserRecord record) {
        UserProfile profile = record.user().profile();
        String userId = record.key().userId();
        String sumUserId = record.user().sumUserId();

        String csv = UserCsv.HEADER + UserCsv.line(record);
        assertThat(ImportText.command(ImportText.csv(ImportKind.USERS, ImportMode.CREATE, csv)))
                .isEqualTo(new AddUser(CALLER, userId, sumUserId, withoutEmpty(profile)));
        assertThat(ImportText.command(ImportText.csv(ImportKind.USERS, ImportMode.REPLACE, csv)))
                .isEqualTo(new UpsertUser(CALLER, userId, sumUserId, UserPatch.assigning(withoutEmpty(profile))));
        assertThat(ImportText.command(
                        ImportText.json(ImportKind.USERS, ImportMode.CREATE, UserRecordJson.of(record) + "\n")))
                .isEqualTo(new AddUser(CALLER, userId, sumUserId, profile));
    }

    /** CSV has one form for what is empty and what is not set. */
    private static UserProfile withoutEmpty(UserProfile profile) {
        return new UserProfile(
                profile.account(),
                profile.name(),
                orNull(profile.phone()),
                orNull(profile.email()),
                orNull(profile.description()),
                profile.status());
    }

    private static String orNull(String text) {
        return text == null || text.isEmpty() ? null : text;
    }

    @Provide
    Arbitrary<SettingsRecord> settings() {
        Arbitrary<PhoneNumber> numbers = Arbitraries.strings()
                .withChars("0123456789*#")
                .ofMinLength(1)
                .ofMaxLength(14)
                .flatMap(digits -> Arbitraries.of(digits, "+" + digits))
                .map(PhoneNumber::new);
        Arbitrary<List<PhoneNumber>> lists = numbers.list().ofMaxSize(5).injectNull(0.2);
        Arbitrary<PhoneNumber> defaults =
                Arbitraries.oneOf(numbers, Arbitraries.just(PhoneNumber.NONE)).injectNull(0.2);
        Arbitrary<OutboundSettings> outbound = Combinators.combine(
                        Arbitraries.of(CallType.class).injectNull(0.2), lists, lists, defaults, defaults)
                .as(OutboundSettings::new);
        return Combinators.combine(ids(), outbound)
                .as((userId, values) -> new SettingsRecord(
                        new UserKey(CALLER.tenantId(), userId),
                        "account",
                        "=name",
                        new StoredSettings(7, 3, values, THEN, 9),
                        THEN));
    }

    @Provide
    Arbitrary<UserRecord> users() {
        Arbitrary<String> accounts = Arbitraries.oneOf(
                Arbitraries.strings().withChars("aZ09_-@.E").ofMinLength(3).ofMaxLength(8));
        Arbitrary<UserProfile> profiles = Combinators.combine(
                        accounts,
                        lines(1),
                        lines(0).injectNull(0.2),
                        lines(0).injectNull(0.2),
                        Arbitraries.oneOf(lines(0), Arbitraries.of("a\r\nb", "\tx", "\n", "\r", "none", "\"", ","))
                                .injectNull(0.2),
                        Arbitraries.of(UserStatus.class))
                .as(UserProfile::new);
        return Combinators.combine(ids(), ids(), profiles)
                .as((userId, sumUserId, profile) -> new UserRecord(
                        new UserKey(CALLER.tenantId(), userId), new StoredUser(sumUserId, profile, THEN, 9), true));
    }

    /** Ids that look like formulas, like numbers that are spoilt, or are just odd. */
    private static Arbitrary<String> ids() {
        return Arbitraries.oneOf(
                Arbitraries.of(
                        "u1",
                        "1.38E+10",
                        "'1",
                        "''",
                        "'",
                        "=1+1",
                        "-5",
                        "-5.0",
                        "+1.5E+3",
                        "@x",
                        "7.0",
                        "1,000",
                        "none",
                        "+49",
                        "\"",
                        ",",
                        "|",
                        "0012",
                        "’12",
                        "`1",
                        "😀",
                        "'=x",
                        "1E5"),
                Arbitraries.strings()
                        .withChars("'=+-@\",|0123456789.Ee")
                        .ofMinLength(1)
                        .ofMaxLength(8));
    }

    private static Arbitrary<String> lines(int min) {
        return Arbitraries.oneOf(
                Arbitraries.strings()
                        .withChars("'=+-@\",|01.E aé")
                        .ofMinLength(min)
                        .ofMaxLength(8),
                Arbitraries.of("+49 (30) 1234", "=HYPERLINK(\"x\")", "1.38E+10", "O'Hara", "'quoted'", "😀", " "));
    }
}
