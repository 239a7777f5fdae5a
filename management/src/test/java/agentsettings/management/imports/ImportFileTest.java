package agentsettings.management.imports;

import static agentsettings.management.imports.ImportFormat.CSV;
import static agentsettings.management.imports.ImportFormat.JSON_LINES;
import static agentsettings.management.imports.ImportKind.SETTINGS;
import static agentsettings.management.imports.ImportKind.USERS;
import static agentsettings.management.imports.ImportMode.CREATE;
import static agentsettings.management.imports.ImportMode.UPSERT;
import static agentsettings.management.imports.ImportText.csv;
import static agentsettings.management.imports.ImportText.faults;
import static agentsettings.management.imports.ImportText.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import agentsettings.core.jobs.RowFault;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The bytes of a file are divided into rows, and what is wrong with the file as a whole is said. */
class ImportFileTest {

    private static String details(List<ImportRow> rows) {
        return String.join(
                " ",
                rows.stream()
                        .flatMap(row -> ImportText.faults(row).stream())
                        .map(RowFault::detail)
                        .toList());
    }

    @Test
    void everyWrongColumnOfTheHeaderIsNamedAndTheNearestKnownOne() {
        List<ImportRow> rows = csv(SETTINGS, CREATE, "userID,callType,callType,colour,,callTypo\nu1,,,,,\n");

        assertThat(rows).singleElement().isInstanceOf(ImportRow.Unreadable.class);
        assertThat(faults(rows))
                .containsExactly(
                        "1 userID unknown-column",
                        "1 callType duplicate-column",
                        "1 colour unknown-column",
                        "1 - unknown-column",
                        "1 callTypo unknown-column",
                        "1 userId missing-column");
        assertThat(details(rows))
                .contains("Did you mean userId?")
                .contains("Did you mean callType?")
                .contains("Column 5 has no name.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"userId;callType\n", "userId\tcallType\n"})
    void anotherSeparatorIsRecognized(String header) {
        assertThat(details(csv(SETTINGS, CREATE, header))).isEqualTo("The columns must be separated by commas.");
    }

    @Test
    void aFileWithoutHeaderIsNone() {
        assertThat(faults(csv(SETTINGS, CREATE, ""))).containsExactly("1 - missing-column");
        assertThat(json(SETTINGS, CREATE, "")).isEmpty();
        assertThat(csv(SETTINGS, CREATE, "userId\r\n")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void rowsAreCountedAsASpreadsheetShowsThem(String end) {
        String file = "\uFEFF\"userId\",description" + end + end + "\"bad id\",\"two" + end + "lines\"" + end + ","
                + end + "\"\",\"\"" + end + "bad id,";

        assertThat(faults(csv(USERS, UPSERT, file)))
                .containsExactly("3 userId invalid-character", "6 userId invalid-character");
    }

    @Test
    void aBrokenRowCostsItselfAlone() {
        List<ImportRow> rows = csv(SETTINGS, CREATE, """
                userId,displayNumbers
                "u1"x,1
                "u2
                u3",1
                u4"",1
                u5,1,
                u6
                u7,1
                """);

        assertThat(faults(rows))
                .containsExactly("2 - malformed", "3 userId invalid-character", "5 - cell-count", "6 - cell-count");
        assertThat(rows.stream().filter(ImportRow.Parsed.class::isInstance).map(ImportRow::number))
                .containsExactly(4L, 7L);
    }

    @Test
    void aQuotationMarkThatIsNotClosedEndsTheFileAndIsLocated() {
        List<ImportRow> rows = csv(USERS, UPSERT, "userId,description\nu1,\"a\nb\"\nu2,\"Ann\nu3,Bo\nu4,Cy\n");

        assertThat(rows).hasSize(2).first().isInstanceOf(ImportRow.Parsed.class);
        assertThat(faults(rows)).containsExactly("3 - unclosed-quote");
        assertThat(details(rows)).contains("begins at line 4");
    }

    @Test
    void bytesThatAreNotUtf8AreFaultsOfTheirRows() {
        byte[] file = "userId,name\nu1,Jürgen\nu2,Bo\n".getBytes(StandardCharsets.ISO_8859_1);

        List<ImportRow> rows = ImportText.rows(file, CSV, USERS, UPSERT);

        assertThat(faults(rows)).containsExactly("2 - invalid-encoding");
        assertThat(rows).hasSize(2);
        assertThat(details(ImportText.rows("userId\nu1\n".getBytes(StandardCharsets.UTF_16), CSV, USERS, UPSERT)))
                .contains("UTF-16");
    }

    @Test
    void everyFaultOfALineOfJsonIsFound() {
        List<ImportRow> rows = json(SETTINGS, CREATE, """
                {"userId":"u1","colour":1,"callType":7,"displayNumbers":["1",2],"softphoneNumbers":"1","userId":"u2"}
                []
                {"userId":"u1"
                {"userId":"u1"} {}

                {"userId":"u2","callType":"direct"}
                """);

        assertThat(faults(rows))
                .containsExactly(
                        "1 colour unknown-column",
                        "1 callType wrong-type",
                        "1 displayNumbers wrong-type",
                        "1 softphoneNumbers wrong-type",
                        "1 userId duplicate-column",
                        "2 - malformed",
                        "3 - malformed",
                        "4 - malformed");
        assertThat(rows)
                .last()
                .isInstanceOfSatisfying(
                        ImportRow.Parsed.class, row -> assertThat(row.number()).isEqualTo(6));
    }

    @Test
    void aFailureToReadIsNoFaultOfTheFile() {
        InputStream broken = new InputStream() {
            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                throw new IOException("disk");
            }

            @Override
            public int read() throws IOException {
                throw new IOException("disk");
            }
        };

        assertThatThrownBy(() -> ImportText.rows(broken, JSON_LINES, SETTINGS, CREATE))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("disk");
    }
}
