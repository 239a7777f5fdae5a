package agentsettings.acceptance.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Many agents are changed alike: selected, previewed, changed, undone. The agents are this test's own. */
@ExtendWith(ConsoleExtension.class)
final class BulkChangeViewTest {

    private static final int AGENTS = 40;
    private static final String OLD = "+49301110000";
    private static final String NEW = "+49302220000";
    private static final String AGENT_WITHOUT_SETTINGS =
            "{\"userId\": \"bulkNone\", \"account\": \"alternating.1\", \"name\": \"Has no settings\"}";

    @BeforeAll
    static void addAgents(ConsoleServer server) {
        for (int i = 0; i < AGENTS; i++) {
            server.call("POST", ContactCentre.tenant("/users"), user(i));
            server.call("PUT", path(i), settings(i));
        }
    }

    private static String user(int i) {
        return "{\"userId\": \"bulk" + i + "\", \"account\": \"shift." + i + "\", \"name\": \"Shift worker " + i
                + "\"}";
    }

    private static String settings(int i) {
        return "{\"callType\": \"direct\", \"displayNumbers\": [\"" + OLD + "\"], \"softphoneNumbers\": [\"6" + i
                + "\"]}";
    }

    @Test
    void aDisplayNumberIsChangedForFortyAgentsAndPutBackForOne(Visitor visitor, ConsoleServer server) {
        visitor.signIn().openView("agents?q=shift.");
        visitor.page().getByLabel("Select all agents shown").check();
        assertThat(visitor.page().getByText("40 selected")).isVisible();
        visitor.button("Change the selected…").click();

        visitor.page().getByLabel("Set: Display numbers").check();
        assertThat(visitor.button("Show the differences")).isDisabled();
        visitor.page().getByLabel("Display numbers 1").fill("+49 30 222-0000");
        visitor.button("Show the differences").click();
        assertThat(visitor.page().getByText("40 agents will be changed")).isVisible();
        assertThat(visitor.page().locator("del").first()).hasText(OLD);
        assertThat(visitor.page().locator("ins").first()).hasText(NEW);
        assertThat(server.call("GET", path(1), null))
                .as("nothing is changed yet")
                .contains(OLD);
        assertThat(visitor.button("Change these agents")).isInViewport();
        visitor.requireAccessible().picture("bulk-change");
        visitor.button("Change these agents").click();

        assertThat(state(visitor)).hasText("Done");
        assertThat(visitor.page().locator(".job .figures")).containsText("40");
        visitor.requireAccessible();
        assertThat(server.call("GET", path(7), null)).contains(NEW).doesNotContain(OLD);

        visitor.button("Back to the agents").click();
        visitor.page().getByText("Shift worker 7").click();
        visitor.button("Put back what was before").first().click();
        assertThat(visitor.page()
                        .getByText("The earlier settings were put back.")
                        .first())
                .isVisible();
        assertThat(server.call("GET", path(7), null)).contains(OLD);
        assertThat(server.call("GET", path(8), null)).contains(NEW);
        visitor.page().getByText("bulk job").first().click();
        assertThat(visitor.button("Undo for all of them")).isVisible();
    }

    @Test
    void thePreviewCountsThoseWhoCantBeChanged(Visitor visitor, ConsoleServer server) {
        server.call("POST", ContactCentre.tenant("/users"), AGENT_WITHOUT_SETTINGS);
        visitor.signIn().openView("agents?q=alternating.");
        visitor.page().getByLabel("Select all agents shown").check();
        visitor.button("Change the selected…").click();
        visitor.page().getByLabel("Set: Default display number").check();
        visitor.page()
                .getByLabel("Default display number", new Page.GetByLabelOptions().setExact(true))
                .fill(NEW);
        visitor.button("Show the differences").click();
        assertThat(visitor.page().getByText("0 agents will be changed.")).isVisible();
        assertThat(visitor.page().getByText("1 agent can't be changed.")).isVisible();
        assertThat(visitor.button("Change these agents")).isDisabled();
    }

    @Test
    void allThatAreFoundAreChangedAndUndone(Visitor visitor, ConsoleServer server) {
        visitor.signIn().openView("agents?q=shift.1&settings=direct");
        visitor.page()
                .getByLabel("Select Shift worker 1", new Page.GetByLabelOptions().setExact(true))
                .check();
        visitor.button("Change all 11 found…").click();
        visitor.page().getByLabel("Set: Call type").check();
        assertThat(visitor.button("Show the differences")).isDisabled();
        visitor.page().getByLabel("Pass-through").check();
        visitor.button("Show the differences").click();
        visitor.button("Change these agents").click();
        assertThat(state(visitor)).hasText("Done");
        assertThat(server.call("GET", path(11), null)).contains("passThrough");

        visitor.page().reload();
        assertThat(state(visitor)).hasText("Done");
        visitor.button("Undo for all of them").click();
        assertThat(visitor.heading("Undoing of a change")).isVisible();
        assertThat(state(visitor)).hasText("Done");
        assertThat(server.call("GET", path(11), null)).contains("direct");
        visitor.button("Back to the agents").click();
        assertThat(visitor.page().locator("tbody tr")).hasCount(11);
    }

    @Test
    void aViewerCanSelectNothing(Visitor visitor, ConsoleServer server) {
        visitor.signIn(ManagementKeys.create(server, "Looks only", "viewer")).openView("agents?q=shift.");
        assertThat(visitor.page().locator("tbody tr")).hasCount(AGENTS);
        assertThat(visitor.page()
                        .getByRole(AriaRole.CHECKBOX, new Page.GetByRoleOptions().setName("Select all agents shown")))
                .hasCount(0);
    }

    private static Locator state(Visitor visitor) {
        return visitor.page().locator(".job .badge");
    }

    private static String path(int i) {
        return ContactCentre.tenant("/users/bulk" + i + "/settings");
    }
}
