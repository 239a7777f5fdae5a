package agentsettings.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What an operator exports from a running service, to standard output or to a file. */
final class ExportCommandTest {

    @RegisterExtension
    private final ServiceForCommands service = new ServiceForCommands();

    @Test
    void settingsAreExportedAsAnImportTakesThem() {
        service.onUser("settings set --call-type direct", "--display-numbers", "12,34", "--default-display-number", "");

        assertThat(service.inTenant("export settings").out()).isEqualTo("""
                userId,callType,displayNumbers,defaultDisplayNumber,softphoneNumbers,defaultSoftphoneNumber\r
                10gg000000demoUser01,direct,12|34,none,,\r
                """);
        assertThat(service.inTenant("export settings --number 99").out())
                .isEqualTo(
                        "userId,callType,displayNumbers,defaultDisplayNumber,softphoneNumbers,defaultSoftphoneNumber\r\n");
        assertThat(service.inTenant("export settings --format jsonl").out())
                .startsWith("{\"userId\":\"10gg000000demoUser01\",")
                .endsWith("}\n");
    }

    @Test
    void numbersAreExportedToo() {
        service.inTenant("number add", "--number", "+4930", "--kinds", "display,softphone", "--description", "Desk");

        assertThat(service.inTenant("export numbers --kind softphone").out())
                .isEqualTo("number,kinds,description\r\n+4930,display|softphone,Desk\r\n");
    }

    @Test
    void aFileIsReplacedByACompleteExport() throws IOException {
        service.inTenant("user add --user-id u17 --account jsmith", "--user-name", "=1+1", "--description", "a\nb");
        Path file = service.folder().resolve("users.csv");
        Files.writeString(file, "what was there");

        CommandRun run = service.inTenant("export users --search jsmith", "--to", file.toString());

        assertThat(run.err()).endsWith("1 users are exported to " + file + "." + System.lineSeparator());
        assertThat(file).hasContent("""
                userId,sumUserId,account,name,phone,email,description,status\r
                u17,u17,jsmith,'=1+1,,,"a
                b",active\r
                """);
        assertThat(service.folder().resolve("users.csv.partial")).doesNotExist();
    }

    @Test
    void anExportThatFailsLeavesTheFile() throws IOException {
        Path file = service.folder().resolve("users.csv");
        Files.writeString(file, "what was there");

        CommandRun run = service.run("export users --tenant 999999999999", "--to", file.toString());

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(file).hasContent("what was there");
        CommandRun folder =
                service.inTenant("export users", "--to", service.folder().toString());
        assertThat(folder.err())
                .isEqualToIgnoringNewLines(
                        "agentsettings: --to: cannot write " + service.folder() + ": is a directory");
        Path nowhere = service.folder().resolve("none/users.csv");
        assertThat(service.inTenant("export users", "--to", nowhere.toString()).err())
                .isEqualToIgnoringNewLines(
                        "agentsettings: --to: cannot write " + nowhere + ": no such file or directory");
    }
}
