package agentsettings.management.imports;

import static org.assertj.core.api.Assertions.assertThat;

import agentsettings.core.jobs.RowFault;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Whatever a file holds, each of its rows becomes a command or has its faults, and no row is lost. */
class ImportFuzzTest {

    private static final List<String> HEADERS = List.of(
            "userId,callType,displayNumbers,defaultDisplayNumber,softphoneNumbers,defaultSoftphoneNumber",
            "userId,sumUserId,account,name,phone,email,description,status");

    @Property(seed = "1", tries = 3000)
    void anyBytesEndInRowsAndAtMostOneFaultOfTheFile(
            @ForAll("bytes") byte[] bytes,
            @ForAll ImportFormat format,
            @ForAll ImportKind kind,
            @ForAll ImportMode mode) {
        List<ImportRow> rows = ImportText.rows(bytes, format, kind, mode);

        long last = 0;
        for (ImportRow row : rows) {
            assertThat(row.number()).isGreaterThanOrEqualTo(last);
            boolean isEnd = row instanceof ImportRow.Unreadable;
            assertThat(isEnd).as("the file's fault is the last").isEqualTo(isEnd && row.equals(rows.getLast()));
            assertThat(ImportText.faults(row).isEmpty()).isEqualTo(row instanceof ImportRow.Parsed);
            for (RowFault fault : ImportText.faults(row)) {
                assertThat(fault.row()).isEqualTo(row.number());
                assertThat(fault.detail()).isNotBlank();
            }
            last = row.number();
        }
        assertThat(ImportText.rows(bytes, format, kind, mode)).as("read again").isEqualTo(rows);
    }

    @Property(seed = "2", tries = 2000)
    void everyRowOfAFileIsReportedUnderItsNumber(
            @ForAll("rows") List<List<String>> rows, @ForAll("lineBreaks") String lineBreak) {
        StringBuilder file = new StringBuilder(HEADERS.get(1)).append(lineBreak);
        List<Long> numbers = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            file.append(String.join(
                    ",", rows.get(i).stream().map(ImportFuzzTest::cell).toList()));
            file.append(lineBreak);
            if (rows.get(i).stream().anyMatch(cell -> !cell.isEmpty())) {
                numbers.add(i + 2L);
            }
        }

        List<ImportRow> read = ImportText.csv(ImportKind.USERS, ImportMode.UPSERT, file.toString());

        assertThat(read.stream().map(ImportRow::number)).isEqualTo(numbers);
        assertThat(read).noneMatch(ImportRow.Unreadable.class::isInstance);
    }

    private static String cell(String text) {
        return text.matches("[^,\"\r\n]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
    }

    @Provide
    Arbitrary<List<List<String>>> rows() {
        return cells().list().ofMinSize(1).ofMaxSize(9).list().ofMaxSize(12);
    }

    @Provide
    Arbitrary<String> lineBreaks() {
        return Arbitraries.of("\n", "\r\n", "\r");
    }

    private static Arbitrary<String> cells() {
        return Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.of("", "direct", "none", "u1", "u2", "+8621|1", "active", "1.38E+10", "'=1")),
                Tuple.of(1, Arbitraries.strings().withChars("a,\"\r\n|' é").ofMaxLength(6)));
    }

    /** Pieces of files of both forms, put together at random. */
    @Provide
    Arbitrary<byte[]> bytes() {
        Arbitrary<byte[]> pieces = Arbitraries.frequencyOf(
                Tuple.of(
                        8,
                        Arbitraries.of(
                                        HEADERS.get(0),
                                        HEADERS.get(1),
                                        "\r\n",
                                        "\n",
                                        "\r",
                                        ",",
                                        "\"",
                                        "\"\"",
                                        "|",
                                        "u1",
                                        "{",
                                        "}",
                                        "[",
                                        "]",
                                        ":",
                                        "{\"userId\":\"u1\"}",
                                        "\"userId\"",
                                        "null",
                                        "17",
                                        "\"displayNumbers\":[\"1\"]",
                                        "\\u0000",
                                        "\uFEFF",
                                        "é",
                                        "none",
                                        "1.38E+10",
                                        "")
                                .map(text -> text.getBytes(StandardCharsets.UTF_8))),
                Tuple.of(2, Arbitraries.bytes().array(byte[].class).ofMaxSize(4)));
        Arbitrary<byte[]> begin = Arbitraries.of("", HEADERS.get(0) + "\n", HEADERS.get(1) + "\n", "userId\n", "\uFEFF")
                .map(text -> text.getBytes(StandardCharsets.UTF_8));
        return Combinators.combine(begin, pieces.list().ofMaxSize(40)).as(ImportFuzzTest::joined);
    }

    private static byte[] joined(byte[] begin, List<byte[]> pieces) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(begin);
        pieces.forEach(out::writeBytes);
        return out.toByteArray();
    }
}
