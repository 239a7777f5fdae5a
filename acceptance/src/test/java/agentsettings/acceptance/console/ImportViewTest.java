package agentsettings.acceptance.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.JSHandle;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A file is checked, mended, imported, and what it did to an agent is put back. The agents are this test's own. */
@ExtendWith(ConsoleExtension.class)
final class ImportViewTest {

    private static final String HEADER = "userId,callType,displayNumbers\n";
    private static final String FAULTY = HEADER
            + "import0,direct,+4930777000\nimport1,sideways,+4930777001\nnobody,direct,\nimport2,direct,1.38E+10\n";
    private static final String MENDED =
            HEADER + "import0,direct,+4930777000\nimport1,direct,+4930777001\nimport2,direct,+4930777002\n";
    private static final int AGENTS = 6;
    private static final int MANY = 60_000;

    @TempDir
    private Path folder;

    @BeforeAll
    static void addAgents(ConsoleServer server) {
        for (int i = 0; i < AGENTS; i++) {
            server.call(
                    "POST",
                    ContactCentre.tenant("/users"),
                    String.format(
                            Locale.ROOT,
                            "{\"userId\": \"import%d\", \"account\": \"late.%d\", \"name\": \"Late shift %d\"}",
                            i,
                            i,
                            i));
        }
    }

    @Test
    void aFileWithThreeFaultsIsMendedImportedAndPutBackForOne(Visitor visitor, ConsoleServer server)
            throws IOException {
        Path file = Files.writeString(folder.resolve("late.csv"), FAULTY);
        visitor.signIn().openView("imports");
        visitor.requireAccessible();
        visitor.page().locator("input[type=file]").setInputFiles(file);
        visitor.button("Check the file").click();
        assertThat(visitor.heading("3 faulty rows")).isVisible();
        Locator rows = faults(visitor);
        assertThat(rows).hasCount(3);
        assertThat(rows.nth(0)).containsText("must be one of direct, bidirectional, passThrough.");
        assertThat(rows.nth(1)).containsText("The tenant space has no such user.");
        assertThat(rows.nth(2)).containsText("is in scientific notation");
        assertThat(rows.nth(2).getByRole(AriaRole.ROWHEADER)).hasText("5");
        assertThat(state(visitor)).hasText("Done, with faults");
        assertThat(visitor.page().getByText("Mend the faulty rows")).isVisible();
        visitor.requireAccessible().picture("import-faults");
        assertThat(settingsStatus(server, 0)).as("nothing is stored yet").isEqualTo(404);

        visitor.page().getByText("Import the mended file").click();
        assertThat(visitor.page().getByText("No file chosen.")).isVisible();
        visitor.page().locator("input[type=file]").setInputFiles(file);
        Files.writeString(file, MENDED);
        visitor.button("Check the file").click();
        assertThat(visitor.page().getByText("The file was changed since you chose it."))
                .isVisible();
        visitor.page()
                .waitForFileChooser(
                        () -> visitor.page().getByText("No file chosen.").click())
                .setFiles(file);
        visitor.button("Check the file").click();
        assertThat(visitor.page().getByText("3 records would be stored")).isVisible();
        assertThat(settingsStatus(server, 0)).as("nothing is stored yet").isEqualTo(404);
        visitor.button("Import").click();
        assertThat(visitor.page().getByText("3 records were stored.")).isVisible();
        visitor.requireAccessible().picture("import-done");
        assertThat(server.call("GET", path(2), null)).contains("+4930777002");

        visitor.page().reload();
        assertThat(visitor.page().getByText("3 records were stored.")).isVisible();
        assertThat(visitor.heading("Import: Settings of agents")).isVisible();
        visitor.openView("agents/import0");
        visitor.expectStatus(404).page().getByText("bulk job").first().click();
        assertThat(visitor.heading("Import: Settings of agents")).isVisible();
        visitor.openView("agents/import0");
        visitor.button("Undo: delete the settings").click();
        assertThat(visitor.page().getByText("The settings were deleted.").first())
                .isVisible();
        assertThat(settingsStatus(server, 0)).isEqualTo(404);
        assertThat(settingsStatus(server, 1)).isEqualTo(200);
    }

    @Test
    void whatIsDownloadedCanBeImported(Visitor visitor) {
        visitor.signIn().openView("imports");
        Path file = visitor.page()
                .waitForDownload(() -> visitor.button("Download the settings").click())
                .path();
        assertThat(file).content().startsWith("userId,callType,displayNumbers,").contains("|+49305550000");
        visitor.page().locator("input[type=file]").setInputFiles(file);
        visitor.button("Check the file").click();
        assertThat(visitor.page().getByText("Everything is so already.")).isVisible();
        assertThat(state(visitor)).hasText("Done");
    }

    @Test
    void faultyRowsCanBeLeftOut(Visitor visitor, ConsoleServer server) {
        visitor.signIn().openView("imports");
        drop(visitor, HEADER + "import3,direct,\nnobody,direct,\n");
        visitor.button("Check the file").click();
        visitor.button("Import without the 1 faulty row").click();
        assertThat(visitor.page().getByText("1 record was stored.")).isVisible();
        assertThat(visitor.heading("1 faulty row")).isVisible();
        assertThat(server.call("GET", path(3), null)).contains("direct");
        visitor.page().getByText("Show the agents").click();
        assertThat(visitor.heading("Agents")).isVisible();
    }

    @Test
    void aPageThatIsReloadedFindsTheImportAndCancelsIt(Visitor visitor) throws IOException {
        StringBuilder users = new StringBuilder("userId,account,name\n");
        for (int i = 0; i < MANY; i++) {
            users.append("many").append(i).append(",many.").append(i).append(",Many\n");
        }
        Path file = Files.writeString(folder.resolve("many.csv"), users);
        visitor.signIn().openView("imports");
        visitor.page().getByLabel("What is imported").selectOption("users");
        visitor.page().locator("input[type=file]").setInputFiles(file);
        visitor.button("Check the file").click();
        assertThat(visitor.button("Cancel")).isVisible();
        visitor.page().reload();
        visitor.button("Cancel").click();
        assertThat(state(visitor)).hasText("Stopped");
        assertThat(visitor.page().getByText("The check was cancelled.")).isVisible();
        assertThat(visitor.page().locator("tbody tr").first()).containsText("Stopped");
    }

    @Test
    void markupInACellIsShownAsText(Visitor visitor) {
        String markup = "<img src=x onerror=alert(1)>";
        visitor.signIn().openView("imports");
        visitor.page().getByLabel("What is imported").selectOption("users");
        drop(visitor, "userId,account,name\nmarkup1,markup.1," + markup + "\n" + markup + ",markup.2,Other\n");
        visitor.button("Check the file").click();
        assertThat(faults(visitor)).hasCount(1);
        visitor.button("Import without the 1 faulty row").click();
        assertThat(visitor.page().getByText("1 record was stored.")).isVisible();
        visitor.openView("agents?q=markup.");
        assertThat(visitor.page().locator("tbody tr")).containsText(markup);
        assertThat(visitor.page().locator("main img")).hasCount(0);
    }

    @Test
    void aViewerSeesTheLastImportsAndCanStartNone(Visitor visitor, ConsoleServer server) {
        visitor.signIn(ManagementKeys.create(server, "Looks at imports", "viewer"))
                .openView("imports");
        assertThat(visitor.heading("Last imports")).isVisible();
        assertThat(visitor.button("Check the file")).hasCount(0);
        visitor.requireAccessible();
    }

    private static void drop(Visitor visitor, String content) {
        JSHandle dropped = visitor.page()
                .evaluateHandle(
                        "text => { const data = new DataTransfer(); data.items.add(new File([text], 'dropped.csv'));"
                                + " return data; }",
                        content);
        visitor.page().locator(".drop").dispatchEvent("drop", Map.of("dataTransfer", dropped));
        assertThat(visitor.page().getByText("dropped.csv")).isVisible();
    }

    private static Locator faults(Visitor visitor) {
        return visitor.page()
                .getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Faulty rows"))
                .locator("tbody tr");
    }

    private static Locator state(Visitor visitor) {
        return visitor.page().locator(".job .badge");
    }

    private static int settingsStatus(ConsoleServer server, int i) {
        return server.send("GET", "/api/v1" + path(i), null, "authorization", "Bearer " + ConsoleServer.ADMIN_KEY)
                .statusCode();
    }

    private static String path(int i) {
        return ContactCentre.tenant("/users/import" + i + "/settings");
    }
}
