package agentsettings.management.imports;

import static org.assertj.core.api.Assertions.assertThat;

import agentsettings.core.queries.SettingsRecord;
import agentsettings.core.queries.UserRecord;
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
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** What LibreOffice makes of an export that it opens and saves as CSV. {@code management/spreadsheet-check} runs it. */
@EnabledIfSystemProperty(named = "spreadsheet", matches = ".+", disabledReason = "needs LibreOffice")
class SpreadsheetTest {

    private static final Instant THEN = Instant.parse("2026-11-23T12:00:00.123Z");

    /** Separator, quotation mark, UTF-8, first line; then the number of each column and its format, where 2 is text. */
    private static final String AS_TEXT = "CSV:44,34,76,1,1/2/2/2/3/2/4/2/5/2/6/2/7/2/8/2";

    private static final String AS_IT_LIKES = "CSV:44,34,76,1,,1033";

    @TempDir
    private Path folder;

    @Test
    void withAllColumnsAsTextNothingIsSpoilt() throws IOException, InterruptedException {
        assertThat(rows(ImportKind.SETTINGS, saved(settings(), AS_TEXT)))
                .isEqualTo(rows(ImportKind.SETTINGS, settings()))
                .hasSize(500)
                .allMatch(ImportRow.Parsed.class::isInstance);
        String users = users("=1+1", "@x", "-1", "+49 (30) 1234", "O'Hara", "'q'", "1.38E+10", "00123", "😀, \"a\"");
        assertThat(rows(ImportKind.USERS, saved(users, AS_TEXT)))
                .isEqualTo(rows(ImportKind.USERS, users))
                .hasSize(200)
                .allMatch(ImportRow.Parsed.class::isInstance);
    }

    /** A plus sign or leading zeros that are lost can't be recognized, so these numbers have none; the documents say so. */
    @Test
    void otherwiseIdsOfTheVendorAreSpoiltAndReportedAndNoRowIsLost() throws IOException, InterruptedException {
        assertThat(rows(ImportKind.SETTINGS, saved(settings(), AS_IT_LIKES)))
                .isEqualTo(rows(ImportKind.SETTINGS, settings()));
        assertThat(ImportText.faults(rows(ImportKind.USERS, saved(users("Ann"), AS_IT_LIKES))))
                .isEqualTo(IntStream.rangeClosed(2, 201)
                        .mapToObj(row -> row + " sumUserId spoilt-number")
                        .toList());
    }

    private static List<ImportRow> rows(ImportKind kind, String file) {
        return ImportText.csv(kind, ImportMode.REPLACE, file);
    }

    private String saved(String file, String filter) throws IOException, InterruptedException {
        Path original = Files.writeString(folder.resolve("export.csv"), file);
        Path saved = Files.createDirectories(folder.resolve("saved"));
        Process office = new ProcessBuilder(
                        System.getProperty("spreadsheet"),
                        "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                        "--headless",
                        "--infilter=" + filter,
                        "--convert-to",
                        "csv:Text - txt - csv (StarCalc):44,34,76,1",
                        "--outdir",
                        saved.toString(),
                        original.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("office.log").toFile())
                .start();
        assertThat(office.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(office.exitValue()).isZero();
        return Files.readString(saved.resolve("export.csv"));
    }

    private static String settings() {
        StringBuilder file = new StringBuilder(SettingsCsv.HEADER);
        for (int i = 0; i < 500; i++) {
            PhoneNumber number = new PhoneNumber("8613800138" + (10_000 + i));
            List<PhoneNumber> list = new ArrayList<>();
            for (int j = 0; j < 2 + i % 4; j++) {
                list.add(new PhoneNumber("+4930" + (i + j)));
            }
            OutboundSettings outbound = new OutboundSettings(
                    i % 4 == 0 ? null : List.of(CallType.values()).get(i % 3),
                    list,
                    i % 3 == 0 ? List.of() : null,
                    number,
                    number);
            file.append(SettingsCsv.line(new SettingsRecord(
                    new UserKey("202205116084", "10gg000000user" + i),
                    "account",
                    "name",
                    new StoredSettings(7, 1, outbound, THEN, 9),
                    THEN)));
        }
        return file.toString();
    }

    /** Users whose values are these texts in turn; the vendor's ids have 19 digits. */
    private static String users(String... texts) {
        StringBuilder file = new StringBuilder(UserCsv.HEADER);
        for (int i = 0; i < 200; i++) {
            String text = texts[i % texts.length];
            UserProfile profile = new UserProfile(
                    "acc" + i, text, text, text, i % 2 == 0 ? null : "two\nlines " + text, UserStatus.SUSPENDED);
            file.append(UserCsv.line(new UserRecord(
                    new UserKey("202205116084", "10gg000000user" + i),
                    new StoredUser("1652268429538866" + (100 + i), profile, THEN, 9),
                    true)));
        }
        return file.toString();
    }
}
