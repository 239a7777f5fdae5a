package agentsettings.cli;

import static agentsettings.cli.CommandRun.run;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator types about the database itself, and what comes back. */
final class DbCommandsTest {

    /** Where nothing listens. */
    private static final String UNREACHABLE = "jdbc:postgresql://127.0.0.1:1/none";

    @TempDir
    private Path folder;

    private String data;

    @BeforeEach
    void chooseFolder() {
        data = folder.resolve("data").toString();
    }

    @Test
    void theStatusOfNoDatabaseMakesNone() {
        CommandRun status = run("db", "status", "--data", data);
        assertThat(status.exitCode()).isZero();
        assertThat(status.out()).contains("No database in " + data);
        assertThat(Path.of(data)).doesNotExist();
    }

    @Test
    void aDatabaseIsMigratedOnce() {
        CommandRun first = run("db", "migrate", "--data", data);
        assertThat(first.exitCode()).isZero();
        assertThat(first.out())
                .contains("Pending: 1 agent settings", "Applied: 1 agent settings", "is now up to date.");
        CommandRun again = run("db", "migrate", "--data", data);
        assertThat(again.exitCode()).isZero();
        assertThat(again.out()).isEqualToIgnoringNewLines("The schema of SQLite in " + data + " is up to date.");
    }

    @Test
    void theStatusCountsRows() {
        run("app", "create", "--data", data, "--key", "k", "--tenant", "202205116084");
        CommandRun status = run("db", "status", "--data", data);
        assertThat(status.exitCode()).isZero();
        assertThat(status.out())
                .contains("SQLite in " + data)
                .containsPattern("1 +agent settings +applied")
                .containsPattern("app +1\\R")
                .containsPattern("change_log +0\\R");
    }

    @Test
    void aDatabaseThatCantBeReachedIsNamed() {
        for (String command : new String[] {"status", "migrate", "distribute"}) {
            CommandRun failed = run("db", command, "--database", UNREACHABLE);
            assertThat(failed.exitCode()).as(command).isEqualTo(1);
            assertThat(failed.err()).as(command).contains("//127.0.0.1:1/none", "refused");
        }
    }

    @Test
    void onlyPostgresIsDistributed() {
        CommandRun refused = run("db", "distribute", "--data", data);
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.err()).contains("--database: must name a PostgreSQL database");
        assertThat(Path.of(data)).doesNotExist();
    }

    @Test
    void whatIsWrongWithACopyIsNamed() {
        assertThat(copy(data, UNREACHABLE).err()).contains("--from: no database in " + data);
        assertThat(copy(data, data + "2").err()).contains("--from, --to: source and target use the same engine");
        assertThat(copy("jdbc:mysql://h/d", data).err()).contains("storage.database (--from): must begin with");
        assertThat(Path.of(data)).doesNotExist();
    }

    @Test
    void aPasswordInAnAddressIsRefusedAndNotRepeated() {
        String hint = "must not contain a user or a password; set storage.database-user and storage.database-password";
        for (String url : new String[] {
            UNREACHABLE + "?password=hush",
            UNREACHABLE + "?passwor%64=hush",
            "jdbc:postgresql://me:hush@127.0.0.1:1/none",
            "postgresql://me:hush@127.0.0.1:1/none"
        }) {
            for (CommandRun refused : new CommandRun[] {
                copy(data, url),
                copy(url, data),
                run("db", "status", "--database", url),
                run("config", "--database", url),
                run("serve", "--database", url, "--data", data)
            }) {
                assertThat(refused.exitCode()).isEqualTo(1);
                assertThat(refused.err()).contains(hint).doesNotContain("hush");
                assertThat(refused.out()).isEmpty();
            }
        }
        assertThat(Path.of(data)).doesNotExist();
    }

    @Test
    void aFailedCopySaysSo() {
        run("db", "migrate", "--data", data);
        CommandRun failed = copy(data, UNREACHABLE);
        assertThat(failed.exitCode()).isEqualTo(1);
        assertThat(failed.err()).contains("nothing was copied", "refused");
    }

    private static CommandRun copy(String from, String to) {
        return run("db", "copy", "--from", from, "--to", to);
    }
}
