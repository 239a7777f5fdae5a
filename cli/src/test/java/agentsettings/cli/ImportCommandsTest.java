package agentsettings.cli;

import static agentsettings.cli.ServiceForCommands.USER;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What an operator types about imports, and what comes back from a running service. */
final class ImportCommandsTest {

    private static final String HEADER = "userId,callType,displayNumbers\n";

    @RegisterExtension
    private final ServiceForCommands service = new ServiceForCommands();

    @Test
    void aFileOfSettingsIsImported() throws IOException {
        Path file = file(HEADER + USER + ",direct,12323|232232\n10gg000000demoUser02,bidirectional,\n");
        CommandRun first = in("import settings " + file);
        assertThat(first.out())
                .matches("The import [0-9a-z]{17} is done\\. Rows: 2, applied: 2, unchanged: 0, faulty: 0\\.\\R");
        assertThat(first.exitCode()).isZero();
        assertThat(in("settings list --output csv").out())
                .contains(USER + ",direct,12323|232232,,,", "10gg000000demoUser02,bidirectional,,,,");
        assertThat(in("import settings " + file).out()).contains("applied: 0, unchanged: 2, faulty: 0.");
        assertThat(in("import settings --mode create " + file).exitCode()).isEqualTo(1);
    }

    @Test
    void nothingIsAppliedIfARowIsFaultyUnlessFaultsAreSkipped() throws IOException {
        Path file = file(HEADER + USER + ",direct,12323\n10gg000000demoUser02,sideways,1\nnobody,direct,\n");
        CommandRun stopped = in("import settings " + file);
        assertThat(stopped.exitCode()).isEqualTo(1);
        assertThat(stopped.out()).contains(" failed. ", "nothing was applied", "faulty: ");
        assertThat(in("settings list").out()).doesNotContain(USER);
        CommandRun skipped = in("import settings --faults skip " + file);
        assertThat(skipped.exitCode()).isEqualTo(1);
        assertThat(skipped.out().lines())
                .satisfiesExactly(
                        sentence -> assertThat(sentence)
                                .contains(" is done. Rows: 3, applied: 1, unchanged: 0, faulty: 2."),
                        header -> assertThat(header).matches("ROW +COLUMN +CODE +DETAIL"),
                        row -> assertThat(row).matches("3 +callType +invalid-value +.*"),
                        row -> assertThat(row).matches("4 +\\S+ +unknown-user +.*"));
        assertThat(in("settings list").out()).contains(USER);
    }

    @Test
    void faultyRowsAreMendedAndSentAgain() throws IOException {
        Path file = file(HEADER + USER + ",direct,12323\n10gg000000demoUser02,sideways,1\n");
        Path faults = service.folder().resolve("faults.csv");
        CommandRun first = in("import settings --faults skip --faults-to " + faults + " " + file);
        assertThat(first.err()).contains("1 faulty row is in " + faults + ".");
        assertThat(Files.readString(faults))
                .startsWith("fault," + HEADER.strip() + "\r\n\"callType: ")
                .endsWith("\",10gg000000demoUser02,sideways,1\r\n");
        Files.writeString(faults, Files.readString(faults).replace("sideways", "passThrough"));
        CommandRun second = in("import settings " + faults);
        assertThat(second.out()).contains("applied: 1, unchanged: 0, faulty: 0.");
        assertThat(second.exitCode()).isZero();
    }

    @Test
    void theFileOfFaultyRowsIsOfTheLastImport() throws IOException {
        Path faulty = file(HEADER + USER + ",sideways,12323\n10gg000000demoUser02,direct,1\n");
        Path faults = service.folder().resolve("faults.csv");
        CommandRun stopped = in("import settings --output json --faults-to " + faults + " " + faulty);
        assertThat(stopped.err().lines())
                .satisfiesExactly(
                        hint -> assertThat(hint)
                                .matches(
                                        "agentsettings: 1 is faulty\\. List all with \"agentsettings import faults .*"),
                        advice -> assertThat(advice)
                                .isEqualTo(
                                        "agentsettings: 1 faulty row is in " + faults + ". Nothing was applied: import "
                                                + faulty + " with --faults skip, and then the mended rows."));
        in("import settings --faults-to " + faults + " " + file(HEADER + USER + ",direct,12323\n"));
        assertThat(faults).hasContent("fault," + HEADER.strip() + "\r\n");
        CommandRun refused =
                in("import settings --faults-to " + service.folder() + " " + file(HEADER + USER + ",,9\n"));
        assertThat(refused.err())
                .isEqualToIgnoringNewLines(
                        "agentsettings: --faults-to: cannot write " + service.folder() + ": is a directory");
        assertThat(in("settings list --number 9").out()).doesNotContain(USER);
    }

    @Test
    void aFileThatCannotBeImportedIsNamed() throws IOException {
        Path empty = file("");
        assertFault("FILE: " + empty + " is empty.", empty);
        assertFault("FILE: cannot read " + service.folder() + ": is a directory", service.folder());
        Path whole = packed(HEADER + USER + ",direct,1\n");
        byte[] bytes = Files.readAllBytes(whole);
        bytes[2] = 0;
        assertFault("FILE: " + whole + ": is not valid gzip.", Files.write(whole, bytes));
        Path cut = packed(HEADER + USER + ",direct,1\n".repeat(1000));
        Files.write(cut, Arrays.copyOf(Files.readAllBytes(cut), 60));
        assertFault("FILE: " + cut + ": is not valid gzip.", cut);
        assertFault(
                "FILE: must be a file on disk, because an import may read it again; standard input and pipes cannot be"
                        + " imported.",
                Path.of("-"));
    }

    private void assertFault(String message, Path file) {
        CommandRun run = in("import settings " + file);
        assertThat(run.err()).isEqualToIgnoringNewLines("agentsettings: " + message);
        assertThat(run.exitCode()).isEqualTo(1);
    }

    @Test
    void aDryRunOnlyChecks() throws IOException {
        CommandRun run = in("import settings --dry-run " + file(HEADER + USER + ",direct,12323\n"));
        assertThat(run.out())
                .contains(" was a dry run: nothing was applied. Rows: 1, valid: 1, unchanged: 0, faulty: 0.");
        assertThat(run.exitCode()).isZero();
        assertThat(in("settings list").out()).doesNotContain(USER);
    }

    @Test
    void anImportGoesOnWithoutTheCommandAndIsLookedAtAndListed() throws IOException {
        CommandRun begun = in("import users --detach --output json "
                + packed("{\"userId\":\"u1\",\"account\":\"abc\",\"name\":\"N\"}\n{\"userId\":\"u2\"}\n"));
        assertThat(begun.exitCode()).isZero();
        String id = begun.out().replaceAll("(?s).*\"id\":\"([0-9a-z]{17})\".*", "$1");
        CommandRun shown = in("import show --wait " + id);
        assertThat(shown.out()).contains("The import " + id + " failed. ");
        assertThat(shown.exitCode()).isEqualTo(1);
        assertThat(in("import list").out())
                .containsPattern("(?m)^JOB +KIND +STATE +ROWS +APPLIED +UNCHANGED +FAULTY +STARTED BY +CREATED")
                .containsPattern(id + " +users +failed +2 +");
        assertThat(in("import faults --output csv " + id).out())
                .startsWith("row,userId,column,code,detail\r\n2,u2,,required,");
        CommandRun cancelled = in("import cancel " + id);
        assertThat(cancelled.err()).contains(id + " has failed already; nothing was cancelled.");
        assertThat(cancelled.exitCode()).isEqualTo(1);
        assertThat(in("import show --output json " + id).out())
                .contains("\"format\":\"application/jsonl\",\"startedBy\":{\"kind\":\"managementKey\",\"name\":");
        CommandRun left = in("import users --detach " + file("userId,account,name\nu3,abcd,N\n"));
        assertThat(left.out())
                .matches(
                        "The import [0-9a-z]{17} goes on\\. See how far it is with \"agentsettings import show [0-9a-z]{17}"
                                + " --tenant \\d{12}\", cancel it with \"agentsettings import cancel [0-9a-z]{17} --tenant"
                                + " \\d{12}\"\\.\\R");
    }

    @Test
    void whatIsWrongIsSaid() throws IOException {
        Path none = service.folder().resolve("none");
        assertThat(in("import settings " + none).err())
                .isEqualToIgnoringNewLines("agentsettings: FILE: cannot read " + none + ": no such file or directory");
        for (String command : new String[] {"show", "cancel", "faults"}) {
            CommandRun unknown = in("import " + command + " 00000000000000000");
            assertThat(unknown.exitCode()).isEqualTo(1);
            assertThat(in("import " + command + " junk").err())
                    .startsWith("agentsettings: JOB: must be the id of a job, 17 lower-case letters and digits.");
        }
        Path file = file(HEADER);
        assertThat(in("import settings --faults-to " + file + " " + file).exitCode())
                .isEqualTo(2);
        assertThat(in("import settings --detach --faults-to x " + file).exitCode())
                .isEqualTo(2);
        assertThat(in("import settings --mode merge " + file).err())
                .startsWith("agentsettings: --mode: must be create, replace or upsert.");
        assertThat(service.run("import settings --tenant 999999999999 " + file).err())
                .isEqualToIgnoringNewLines("agentsettings: There is no such tenant space.");
        CommandRun unreadable = in("import settings " + file("userid\nx\n"));
        assertThat(unreadable.out()).contains(" failed. ");
        assertThat(unreadable.exitCode()).isEqualTo(1);
    }

    private Path file(String text) throws IOException {
        return Files.writeString(Files.createTempFile(service.folder(), "import", ".csv"), text);
    }

    private Path packed(String text) throws IOException {
        Path file = Files.createTempFile(service.folder(), "import", ".gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return file;
    }

    private CommandRun in(String command) {
        return service.inTenant(command);
    }
}
