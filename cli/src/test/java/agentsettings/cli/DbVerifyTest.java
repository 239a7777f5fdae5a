package agentsettings.cli;

import static agentsettings.cli.CommandRun.run;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code db verify} prints about a database, and the exit code. */
final class DbVerifyTest {

    private static final String TENANT = "202205116084";

    @TempDir
    private Path folder;

    private String data;

    @BeforeEach
    void fill() {
        data = folder.resolve("data").toString();
        run("app", "create", "--data", data, "--key", "k", "--tenant", TENANT);
        for (String user : new String[] {"u1", "u2", "u3"}) {
            run("user", "add", "--data", data, "--tenant", TENANT, "--user-id", user, "--account", "acc" + user);
        }
    }

    @Test
    void nothingIsWrong() {
        CommandRun verified = run("db", "verify", "--data", data);
        assertThat(verified.exitCode()).isZero();
        assertThat(verified.out()).isEqualToIgnoringNewLines("Nothing is wrong with SQLite in " + data + ".");
        assertThat(verified.err()).isEmpty();
    }

    @Test
    void eachFindingIsALineUpToTheLimit() throws Exception {
        EditedDatabase.execute(Path.of(data), "UPDATE t_aicc_pub_appcube_user SET name = 'Eve'");
        CommandRun verified = run("db", "verify", "--data", data, "--limit", "1");
        assertThat(verified.exitCode()).isEqualTo(1);
        assertThat(verified.out().lines())
                .containsExactly(
                        "t_aicc_pub_appcube_user 202205116084/u1: it differs from what its last change in the change log"
                                + " shows",
                        "and 2 more",
                        "Findings in SQLite in " + data + ": 3");
    }

    @Test
    void withoutADatabaseThereIsNothingToVerify() {
        CommandRun verified =
                run("db", "verify", "--data", folder.resolve("none").toString());
        assertThat(verified.exitCode()).isEqualTo(1);
        assertThat(verified.err()).contains("No database in ");
        assertThat(run("db", "verify", "--data", data, "--limit", "-1").exitCode())
                .isEqualTo(2);
    }
}
