package agentsettings.cli;

import static agentsettings.cli.CommandRun.run;
import static org.assertj.core.api.Assertions.assertThat;

import agentsettings.cli.options.ProgramEnvironment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Help, version and completion. */
final class HelpTest {

    @Test
    void everyCommandHasHelpAsAnOptionAndAsACommand() {
        assertHelp(Main.commandLine(ProgramEnvironment.ofProcess()), List.of());
    }

    private static void assertHelp(CommandLine command, List<String> names) {
        String usage = String.join(" ", with(List.of("Usage:", "agentsettings"), names));
        CommandRun option = run(with(names, List.of("--help")).toArray(String[]::new));
        CommandRun helpCommand = run(with(List.of("help"), names).toArray(String[]::new));
        assertThat(option.exitCode()).isZero();
        assertThat(option.out()).startsWith(usage + " ").contains("--help");
        assertThat(helpCommand).isEqualTo(option);
        command.getSubcommands().forEach((name, subcommand) -> assertHelp(subcommand, with(names, List.of(name))));
    }

    @Test
    void theHelpFitsATerminalAndListsTheExitCodes() {
        for (String command : List.of(
                "serve",
                "key create",
                "tenant create",
                "tenant set",
                "app rotate-secret",
                "login",
                "user list",
                "settings set",
                "settings list")) {
            assertThat(run((command + " --help").split(" ")).out().lines())
                    .allMatch(line -> line.length() <= 80)
                    .noneMatch(line -> line.startsWith("--"));
        }
        assertThat(run("--help").out())
                .contains("Exit codes:", "1     the command failed", "130   Ctrl-C ended the command");
    }

    @Test
    void theVersionNamesTheCommitAndTheJdk() {
        for (String option : List.of("--version", "-V")) {
            CommandRun version = run(option);
            assertThat(version.exitCode()).isZero();
            assertThat(version.out())
                    .matches("AgentSettings \\d\\S* \\(commit (unknown|[0-9a-f]{7}(-dirty)?), JDK 25\\S*\\)\\R");
        }
    }

    @Test
    void theCompletionScriptIsValidAndCompletesNestedCommands(@TempDir Path folder)
            throws IOException, InterruptedException {
        CommandRun script = run("generate-completion");
        assertThat(script.exitCode()).isZero();
        Path file = Files.writeString(folder.resolve("completion"), script.out());
        String complete = "source '" + file
                + "'; COMP_WORDS=(agentsettings app cr); COMP_CWORD=2; COMP_LINE='agentsettings app cr';"
                + " _complete_agentsettings; echo \"${COMPREPLY[@]}\"";
        Process bash = new ProcessBuilder("bash", "-c", complete)
                .redirectErrorStream(true)
                .start();
        String printed = new String(bash.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(bash.waitFor()).as(printed).isZero();
        assertThat(printed.strip()).isEqualTo("create");
    }

    private static List<String> with(List<String> first, List<String> second) {
        List<String> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }
}
