package agentsettings.acceptance.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An editor hands an agent a link, and the agent changes their own settings with it. */
@ExtendWith(ConsoleExtension.class)
final class AgentLinkTest {

    private static final int AGENT = 21;

    @Test
    void anAgentSignsInByALinkAndChangesTheOwnSettings(Visitor visitor, ConsoleServer server) {
        visitor.signIn(ManagementKeys.create(server, "Hands out links", "editor"))
                .openView("agents/" + ContactCentre.userId(AGENT));
        visitor.button("Make a link for the agent").click();
        Locator link = visitor.page().getByLabel("Link for the agent");
        assertThat(link).isVisible();
        visitor.requireAccessible().picture("agent-link");
        String url = link.inputValue();
        visitor.button("Sign out").click();
        assertThat(visitor.page().getByLabel("Management key")).isVisible();

        visitor.page().navigate(url);
        assertThat(visitor.heading(ContactCentre.name(AGENT))).isVisible();
        assertThat(visitor.page().getByRole(AriaRole.NAVIGATION)).hasCount(0);
        assertThat(visitor.button("Suspend")).hasCount(0);
        assertThat(visitor.button("Make a link for the agent")).hasCount(0);
        visitor.page().getByLabel("Bidirectional").check();
        visitor.button("Save").click();
        assertThat(visitor.page().getByText("Saved.").first()).isVisible();
        visitor.requireAccessible().picture("own");
        assertThat(server.call("GET", ContactCentre.tenant("/users/" + ContactCentre.userId(AGENT) + "/history"), null))
                .contains("\"kind\":\"agent\"");

        visitor.openView("agents");
        assertThat(visitor.page().getByText("You may not see this view.")).isVisible();
        visitor.openView("agents/" + ContactCentre.userId(AGENT + 1));
        assertThat(visitor.page().getByText("You may not see this view.")).isVisible();
        visitor.open("");
        assertThat(visitor.heading(ContactCentre.name(AGENT))).isVisible();
    }
}
