package agentsettings.cli.imports;

import static org.assertj.core.api.Assertions.assertThat;

import agentsettings.cli.files.NamedFile;
import agentsettings.core.jobs.RowFault;
import agentsettings.core.jobs.RowFault.Code;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That the faulty rows of a file are copied as they are, each with what is wrong with it. */
final class FaultyRowsTest {

    @TempDir
    private Path folder;

    @Test
    void rowsOfCsvAreCopiedAsTheyAreBehindTheirFaults() throws IOException {
        Path file = write("userId,callType\n\na,direct\n\"b\nc\",\"x\"\"\"\n0004,y\r\nlast,\"z\"");
        assertThat(copied(
                        file,
                        fault(4, "callType", "must be \"direct\"."),
                        fault(4, null, "Twice."),
                        fault(6, "callType", "No.")))
                .isEqualTo("fault,userId,callType\r\n"
                        + "\"callType: must be \"\"direct\"\". Twice.\",\"b\nc\",\"x\"\"\"\r\n"
                        + "\"callType: No.\",last,\"z\"\r\n");
    }

    @Test
    void theTextsOfAnEarlierCopyAreReplaced() throws IOException {
        Path csv = write("fault,userId\r\n\"userId: must, \"\"not\"\".\",a\r\n,b\r\nold,c,\r\n");
        assertThat(copied(csv, fault(2, "userId", "New."), fault(3, null, "No."), fault(4, null, "Long.")))
                .isEqualTo("fault,userId\r\n\"userId: New.\",a\r\n\"No.\",b\r\n\"Long.\",c,\r\n");
        Path json = write("{\"fault\":\"old \\\" text\",\"userId\":\"a\"}\n{\"fault\":\"old\"}\n");
        assertThat(copied(json, fault(1, "userId", "New."), fault(2, null, "No.")))
                .isEqualTo("{\"fault\":\"userId: New.\",\"userId\":\"a\"}\n{\"fault\":\"No.\"}\n");
    }

    @Test
    void rowsOfJsonLinesGetAnotherMember() throws IOException {
        Path file = write("{\"userId\":\"a\"}\n\n{ \"userId\":\"\\u0041\"}\n{}\nno object\n");
        assertThat(copied(file, fault(3, "userId", "No."), fault(4, null, "Empty."), fault(5, null, "No object.")))
                .isEqualTo("{\"fault\":\"userId: No.\", \"userId\":\"\\u0041\"}\n{\"fault\":\"Empty.\"}\nno object\n");
    }

    @Test
    void aPackedFileIsCopiedUnpacked() throws IOException {
        Path file = folder.resolve("file.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write("\uFEFFuserId\na\n".getBytes(StandardCharsets.UTF_8));
        }
        assertThat(copied(file, fault(2, null, "No."))).isEqualTo("fault,userId\r\n\"No.\",a\r\n");
    }

    @Test
    void rowsAreCopiedUpToWhereTheFileEnds() throws IOException {
        Path file = write("userId\na\n\"b\n");
        assertThat(copied(file, fault(2, null, "No."), fault(3, null, "Not closed.")))
                .isEqualTo("fault,userId\r\n\"No.\",a\r\n");

        assertThat(copied(write("userid\na\n"), fault(1, "userid", "is not known.")))
                .isEqualTo("fault,userid\r\n");
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("file"), text);
    }

    private static RowFault fault(long row, String column, String detail) {
        return new RowFault(row, column, Code.INVALID_VALUE, detail);
    }

    private String copied(Path file, RowFault... faults) throws IOException {
        Path to = folder.resolve("faults");
        FaultyRows.copy(
                SentFile.of(new NamedFile("FILE", file)), List.of(faults).iterator(), to);
        return Files.readString(to);
    }
}
