package agentsettings.acceptance.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A person at the console, in a browser profile of their own. Closing requires that the browser has logged no error, which violations of
 * the Content-Security-Policy are too, and has sent no request to another host.
 */
final class Visitor implements AutoCloseable {

    /** Rows of a table are alike, so that some are enough. */
    private static final String AXE = """
            () => axe.run({exclude: ['tbody tr:nth-child(n+8)']}, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']})
                .then(found => found.violations.map(violation => violation.id + ': ' + violation.help + '\\n'
                    + violation.nodes.map(node => '  ' + node.html.slice(0, 200) + ' ' + node.failureSummary).join('\\n')))
            """;

    private final ConsoleServer server;
    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();
    private final List<String> expected = new ArrayList<>();
    private String expectedDialog;
    private boolean accepting;

    Visitor(Chromium chromium, ConsoleServer server) {
        this.server = server;
        context = chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(1280, 800)
                        .setLocale("en-GB")
                        .setTimezoneId("Europe/Berlin")
                        .setReducedMotion(com.microsoft.playwright.options.ReducedMotion.REDUCE));
        context.setDefaultTimeout(Chromium.TIMEOUT_MILLIS);
        context.onRequest(request -> {
            if (!request.url().startsWith(server.base() + "/") && !request.url().startsWith("data:")) {
                complaints.add("a request to another host: " + request.url());
            }
        });
        context.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.type().equals("warning")) {
                complaints.add(message.text());
            }
        });
        context.onWebError(error -> complaints.add(error.error()));
        page = context.newPage();
        page.onDialog(this::respond);
    }

    /** A dialog that no test has announced may be a script's. */
    private void respond(Dialog dialog) {
        if (!dialog.message().equals(expectedDialog)) {
            complaints.add("a dialog: " + dialog.message());
        }
        if (accepting) {
            dialog.accept();
        } else {
            dialog.dismiss();
        }
        expectedDialog = null;
    }

    /** Announces a dialog, and how it is answered. */
    Visitor expectDialog(String message, boolean accept) {
        expectedDialog = message;
        accepting = accept;
        return this;
    }

    Page page() {
        return page;
    }

    BrowserContext profile() {
        return context;
    }

    /** Goes to an address below the console's, such as {@code #/t/202205116084/agents}. */
    Visitor open(String address) {
        page.navigate(server.base() + "/console/" + address);
        return this;
    }

    /** Goes to a view of the tenant space. */
    Visitor openView(String path) {
        return open("#/t/" + ConsoleServer.TENANT + "/" + path);
    }

    /** Signs in with the demo's key, who is an administrator. */
    Visitor signIn() {
        return signIn(ConsoleServer.ADMIN_KEY);
    }

    /** Signs in and waits until that is done. */
    Visitor signIn(String key) {
        enter(key);
        PlaywrightAssertions.assertThat(page.getByText("Sign out")).isVisible();
        return this;
    }

    /** Sends a key at the sign-in. */
    Visitor enter(String key) {
        open("");
        page.getByLabel("Management key").fill(key);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in"))
                .click();
        return this;
    }

    Visitor choose(String theme, String language) {
        page.locator(".preferences select").nth(0).selectOption(theme);
        page.locator(".preferences select").nth(1).selectOption(language);
        PlaywrightAssertions.assertThat(page.locator("html"))
                .hasAttribute("lang", language.equals("zh") ? "zh-CN" : language);
        return this;
    }

    Locator heading(String name) {
        return page.getByRole(
                AriaRole.HEADING, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /** Permits the line that a browser logs of a response with this status. */
    Visitor expectStatus(int status) {
        expected.add("the server responded with a status of " + status);
        return this;
    }

    /** Permits the lines that a browser logs while it has no network. */
    Visitor expectOffline() {
        expected.add("net::ERR_INTERNET_DISCONNECTED");
        return this;
    }

    /** Requires that axe finds nothing on the page, in each theme and each language; colours are the same in both languages. */
    Visitor requireAccessible() {
        requireNoViolation("dark", "zh");
        requireNoViolation("light", "en");
        return this;
    }

    private void requireNoViolation(String theme, String language) {
        choose(theme, language);
        if (!Boolean.TRUE.equals(page.evaluate("() => 'axe' in window"))) {
            page.evaluate(axe());
        }
        assertThat((List<?>) page.evaluate(AXE)).as(theme + " " + language).isEmpty();
    }

    private static String axe() {
        try (InputStream script = Visitor.class.getResourceAsStream("/axe.min.js")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes a picture of the page; {@code -Dconsole.pictures=docs/console} puts it where the documents have theirs. */
    Visitor picture(String name) {
        String folder = System.getProperty("console.pictures", "target/console");
        page.evaluate("window.scrollTo(0, 0)");
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of(folder, name + ".png")));
        return this;
    }

    @Override
    public void close() {
        context.close();
        complaints.removeIf(line -> expected.stream().anyMatch(line::contains));
        assertThat(complaints).as("complaints of the browser").isEmpty();
    }
}
