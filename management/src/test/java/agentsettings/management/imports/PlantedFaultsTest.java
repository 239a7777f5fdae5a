package agentsettings.management.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Of 100,000 rows with 1,000 faults of many kinds, exactly those are reported, by row, column and code. */
class PlantedFaultsTest {

    private static final int ROWS = 100_000;
    private static final int FAULTS = 1_000;
    private static final String HEADER =
            "userId,callType,displayNumbers,defaultDisplayNumber,softphoneNumbers,defaultSoftphoneNumber\r\n";

    /** A kind of fault: the row in place of a good one, and what is to be reported. A %d is the row's number. */
    private record Kind(String row, String column, String code) {}

    private static final List<Kind> KINDS = List.of(
            new Kind(",direct,1,,,", "userId", "required"),
            new Kind("user %d,direct,1,,,", "userId", "invalid-character"),
            new Kind("u".repeat(65) + ",direct,1,,,", "userId", "wrong-length"),
            new Kind("1.38E+10,direct,1,,,", "userId", "spoilt-number"),
            new Kind("user%d,Direct,1,,,", "callType", "invalid-value"),
            new Kind("user%d,direct,1|2|3|4|5|6,,,", "displayNumbers", "too-many-values"),
            new Kind("user%d,direct,1|86-21,,,", "displayNumbers", "invalid-character"),
            new Kind("user%d,direct,1||2,,,", "displayNumbers", "wrong-length"),
            new Kind("user%d,direct,1,1.38E+10,,", "defaultDisplayNumber", "spoilt-number"),
            new Kind("user%d,direct,1,'+8613800138000,,", "defaultDisplayNumber", "spoilt-number"),
            new Kind("user%d,direct,,,1|13800138000.0,", "softphoneNumbers", "spoilt-number"),
            new Kind("user%d,direct,1,,,\"13,800,138,000\"", "defaultSoftphoneNumber", "spoilt-number"),
            new Kind("user%d,direct,1,,,1234567890123456", "defaultSoftphoneNumber", "wrong-length"),
            new Kind("user%d,direct,1,,", null, "cell-count"),
            new Kind("user%d,direct,1,,,,", null, "cell-count"),
            new Kind("\"user%d\"x,direct,1,,,", null, "malformed"),
            new Kind("user%d\u0000ÿ,direct,1,,,", null, "invalid-encoding"),
            new Kind("user%d,direct," + "1".repeat(70_000) + ",,,", null, "too-long"),
            new Kind("user2,direct,1,,,", "userId", "duplicate"));

    @Test
    void exactlyTheFaultsThatWerePlantedAreReported() {
        Random random = new Random(15);
        List<Integer> rows =
                new ArrayList<>(IntStream.rangeClosed(3, ROWS + 1).boxed().toList());
        Collections.shuffle(rows, random);
        Kind[] planted = new Kind[ROWS + 2];
        for (int i = 0; i < FAULTS; i++) {
            planted[rows.get(i)] = KINDS.get(i % KINDS.size());
        }

        List<String> reported = new ArrayList<>();
        int parsed = 0;
        try (ImportFile file = new ImportFile(
                file(planted), ImportFormat.CSV, ImportKind.SETTINGS, ImportMode.UPSERT, ImportText.CALLER)) {
            for (Optional<ImportRow> row = file.next(); row.isPresent(); row = file.next()) {
                ImportText.faults(row.get()).stream().map(ImportText::brief).forEach(reported::add);
                parsed += row.get() instanceof ImportRow.Parsed ? 1 : 0;
            }
        }

        List<String> expected = IntStream.range(0, planted.length)
                .filter(row -> planted[row] != null)
                .mapToObj(row ->
                        row + " " + (planted[row].column == null ? "-" : planted[row].column) + " " + planted[row].code)
                .toList();
        assertThat(reported).isEqualTo(expected).hasSize(FAULTS);
        assertThat(parsed).isEqualTo(ROWS - FAULTS);
    }

    /** A file that is made while it is read, so that the test holds none of it. */
    private static InputStream file(Kind... planted) {
        return new InputStream() {
            private int row = 1;
            private byte[] line = utf8(HEADER);
            private int position;

            @Override
            public int read(byte[] bytes, int offset, int length) {
                if (position == line.length && row > ROWS) {
                    return -1;
                } else if (position == line.length) {
                    row++;
                    line = line(row, planted[row]);
                    position = 0;
                }
                int count = Math.min(length, line.length - position);
                System.arraycopy(line, position, bytes, offset, count);
                position += count;
                return count;
            }

            @Override
            public int read() {
                throw new UnsupportedOperationException("bytes are read in blocks");
            }
        };
    }

    private static byte[] line(int number, Kind fault) {
        String row = fault == null ? "user%d,bidirectional,+8621%d|*100#,none,,0%d" : fault.row;
        String line = row.replace("%d", Integer.toString(number)) + "\r\n";
        boolean isInLatin = fault != null && fault.code.equals("invalid-encoding");
        return isInLatin ? line.getBytes(StandardCharsets.ISO_8859_1) : utf8(line);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
