package agentsettings.cli;

import static agentsettings.cli.CommandRun.run;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Backups that the command line makes and restores. */
final class DbBackupTest {

    @TempDir
    private Path folder;

    private Path data;
    private Path backup;
    private Path restored;

    @BeforeEach
    void fill() {
        data = folder.resolve("data");
        backup = folder.resolve("backup");
        restored = folder.resolve("restored");
        db("app", "create", "--data", data.toString(), "--key", "k", "--tenant", "202205116084");
        db("user", "add", "--data", data.toString(), "--tenant", "202205116084", "--user-id", "u", "--account", "acc");
    }

    private static CommandRun db(String... arguments) {
        return run(arguments);
    }

    private CommandRun backUp(String... options) {
        return run(Stream.concat(
                        Stream.of("db", "backup", "--data", data.toString(), backup.toString()), Stream.of(options))
                .toArray(String[]::new));
    }

    private CommandRun restore() {
        return run("db", "restore", backup.toString(), "--data", restored.toString());
    }

    private static List<String> filesIn(Path path) throws IOException {
        try (Stream<Path> files = Files.list(path)) {
            return files.map(file -> file.getFileName() + " " + PosixFilePermissions.toString(permissions(file)))
                    .sorted()
                    .toList();
        }
    }

    private static java.util.Set<java.nio.file.attribute.PosixFilePermission> permissions(Path file) {
        try {
            return Files.getPosixFilePermissions(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void aBackupWithTheKeyCanBeServedWhenItIsRestored() throws IOException {
        CommandRun made = backUp("--with-key");
        assertThat(made.err()).isEmpty();
        assertThat(made.out()).isEqualToIgnoringNewLines("The backup is in " + backup + ".");
        assertThat(made.exitCode()).isZero();
        assertThat(PosixFilePermissions.toString(permissions(backup))).isEqualTo("rwx------");
        assertThat(filesIn(backup))
                .containsExactly(
                        "agentsettings.db rw-------", "backup.properties rw-------", "secret-hash.key rw-------");

        CommandRun restore = restore();
        assertThat(restore.exitCode()).isZero();
        assertThat(restore.out())
                .containsPattern(
                        "is restored into .*\\RIts secrets are hashed with the key [0-9a-f]{16}, which was restored");
        assertThat(filesIn(restored)).contains("agentsettings.db rw-------", "secret-hash.key rw-------");
        assertThat(run("db", "verify", "--data", restored.toString()).exitCode())
                .isZero();
        assertThat(run("app", "rotate-secret", "--data", restored.toString(), "--key", "k")
                        .exitCode())
                .isZero();
        assertThat(run("user", "list", "--data", restored.toString(), "--tenant", "202205116084")
                        .out())
                .contains("acc");
    }

    @Test
    void withoutTheKeyARestoreSaysWhichOneIsMissing() throws IOException {
        assertThat(backUp().exitCode()).isZero();
        assertThat(filesIn(backup)).containsExactly("agentsettings.db rw-------", "backup.properties rw-------");
        assertThat(restore().out()).containsPattern("fingerprint [0-9a-f]{16}, which is not in the backup");
        CommandRun refused = run("app", "rotate-secret", "--data", restored.toString(), "--key", "k");
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.err()).contains("secret-hash.key is missing");
    }

    @Test
    void nothingIsReplaced() throws IOException {
        backUp();
        CommandRun again = backUp();
        assertThat(again.exitCode()).isEqualTo(1);
        assertThat(again.err()).contains(backup + " exists; a backup replaces nothing.");
        Files.createDirectory(restored);
        Files.createFile(restored.resolve("file"));
        CommandRun refused = restore();
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.err()).contains(restored + " is not empty");
        assertThat(filesIn(restored)).hasSize(1);
    }

    @Test
    void aBackupThatWasDamagedIsNotRestored() throws IOException {
        backUp("--with-key");
        Files.write(backup.resolve("agentsettings.db"), new byte[] {1}, StandardOpenOption.APPEND);
        CommandRun refused = restore();
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.err()).contains("was changed or damaged since the backup", "Nothing was restored");
        assertThat(filesIn(restored)).isEmpty();

        Files.delete(backup.resolve("backup.properties"));
        assertThat(restore().err()).contains("backup.properties: no such file");
    }

    @Test
    void aBackupOfAnOlderVersionIsBroughtUpToDate() throws Exception {
        backUp("--with-key");
        EditedDatabase.execute(backup, "DROP TRIGGER account_of_settings");
        EditedDatabase.execute(backup, "ALTER TABLE agent_settings DROP COLUMN account");
        EditedDatabase.execute(backup, "DELETE FROM flyway_schema_history WHERE version = '8'");
        Path manifest = backup.resolve("backup.properties");
        byte[] digest =
                MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(backup.resolve("agentsettings.db")));
        Files.writeString(
                manifest,
                Files.readString(manifest)
                        .replaceFirst("sha256=.*", "sha256=" + HexFormat.of().formatHex(digest)));

        CommandRun restore = restore();
        assertThat(restore.err()).isEmpty();
        assertThat(restore.out()).contains("is restored into");
        assertThat(run("db", "verify", "--data", restored.toString()).exitCode())
                .isZero();
    }

    @Test
    void theKeyOfAnotherDatabaseIsRefused() throws IOException {
        backUp("--with-key");
        Files.write(backup.resolve("secret-hash.key"), new byte[32]);
        CommandRun refused = restore();
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.err()).contains("is not the key that the secrets in the backup are hashed with");

        Files.write(data.resolve("secret-hash.key"), new byte[32]);
        backup = folder.resolve("other");
        CommandRun notMade = backUp("--with-key");
        assertThat(notMade.exitCode()).isEqualTo(1);
        assertThat(notMade.err()).contains("is not the key that the secrets in the database are hashed with");
        assertThat(filesIn(folder)).noneMatch(name -> name.startsWith("other"));
    }

    @Test
    void aDatabaseWithFindingsIsBackedUpAsItIs() throws Exception {
        EditedDatabase.execute(data, "UPDATE t_aicc_pub_appcube_user SET name = 'Eve'");
        CommandRun made = backUp();
        assertThat(made.exitCode()).isZero();
        assertThat(made.out()).contains("The backup is in", "it differs from what its last change");
        assertThat(restore().out()).contains("is restored into", "it differs from what its last change");
    }

    @Test
    void postgresIsLeftToItsTools() {
        CommandRun refused = run(
                Map.of("AGENTSETTINGS_BACKUP_FOLDER", backup.toString()),
                "",
                "config",
                "--database",
                "jdbc:postgresql://127.0.0.1:1/none");
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.err()).contains("backup.folder", "PostgreSQL has its own tools for backups");
    }
}
