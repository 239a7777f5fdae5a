package agentsettings.server.security;

import static org.assertj.core.api.Assertions.assertThat;

import agentsettings.core.apps.App;
import agentsettings.core.apps.Edition;
import agentsettings.core.store.Directory;
import agentsettings.storage.Database;
import agentsettings.storage.sqlite.SqliteDatabase;
import agentsettings.storage.sqlite.file.DataFolder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A token has one text. Whatever else decodes to the same bytes is refused. */
final class TokenTextTest {

    private static final List<String> INSERTED =
            List.of("=", "==", "!", " ", "\t", "\r\n", "\u000B", "\0", "-", "_", "A", ".", "%3D", "\u00E4", "\u2003");
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    @TempDir
    private Path folder;

    private Database database;
    private Node node;
    private String token;

    @BeforeEach
    void issueAToken() {
        database = SqliteDatabase.openShared(new DataFolder(folder.resolve("data")));
        database.migrate();
        node = new Node(database);
        try (Directory directory = database.openDirectory()) {
            directory.addApp(
                    new App("app", "202205116084", Edition.E2025, "hash", null, true, 0, node.clock.instant(), 1));
        }
        node.appCache.refresh();
        token = node.issue("app");
    }

    @AfterEach
    void stop() {
        node.close();
        database.close();
    }

    @Test
    void aTextWithACharacterMoreIsRefused() {
        for (int i = 0; i <= token.length(); i++) {
            for (String more : INSERTED) {
                assertRefused(token.substring(0, i) + more + token.substring(i));
            }
        }
        assertAccepted();
    }

    @Test
    void aTextWithAnotherLastCharacterIsRefused() {
        String start = token.substring(0, token.length() - 1);
        for (int i = 0; i < ALPHABET.length(); i++) {
            char last = ALPHABET.charAt(i);
            if (last != token.charAt(token.length() - 1)) {
                assertRefused(start + last);
            }
        }
        assertRefused(start);
        assertAccepted();
    }

    @Test
    void aTextWithTheOtherAlphabetIsRefused() {
        while (!token.contains("-") && !token.contains("_")) {
            node.goOn(Duration.ofSeconds(1)); // each second has other tokens
            token = node.issue("app");
        }
        assertRefused(token.replace('-', '+').replace('_', '/'));
        assertAccepted();
    }

    private void assertRefused(String text) {
        assertThat(node.verify(text)).as(text).isEqualTo(new Tokens.Verification.Invalid("is not valid"));
    }

    private void assertAccepted() {
        assertThat(node.appKeyOf(token)).isEqualTo("app");
        assertThat(node.appKeyOf(token)).isEqualTo("app");
    }
}
