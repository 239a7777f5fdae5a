package agentsettings.acceptance.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** One agent: its settings are changed, tried and put back. Each test has an agent of its own. */
@ExtendWith(ConsoleExtension.class)
final class AgentViewTest {

    @Test
    void anAgentIsFoundOpenedAndChanged(Visitor visitor, ConsoleServer server) {
        visitor.signIn().openView("agents");
        visitor.page().getByLabel("Search").fill("a.012");
        assertThat(visitor.page().locator("tbody tr")).hasCount(1);
        visitor.page().getByText("a.012").click();
        assertThat(visitor.heading(ContactCentre.name(12))).isVisible();

        visitor.page().getByLabel("Bidirectional").check();
        number(visitor, "Display numbers 1").fill("+49 30 555-0003");
        assertThat(visitor.button("Save")).isEnabled();
        number(visitor, "Display numbers 1").blur();
        assertThat(number(visitor, "Display numbers 1")).hasValue("+49305550003");
        assertThat(visitor.page().getByText("With your changes")).isVisible();
        visitor.button("Save").click();

        assertThat(visitor.page().getByText("Saved.").first()).isVisible();
        assertThat(settings(server, 12)).contains("\"bidirectional\"", "+49305550003");
        visitor.requireAccessible().picture("agent");
    }

    @Test
    void faultsAreShownWhileOneTypesAndNothingFaultyIsSent(Visitor visitor) {
        visitor.signIn().openView("agents/" + ContactCentre.userId(11));
        number(visitor, "Display numbers 1").fill("555x");
        assertThat(visitor.page().getByText("Only digits, * and #")).isVisible();
        assertThat(visitor.button("Save")).isDisabled();
        visitor.picture("agent-fault");

        number(visitor, "Display numbers 1").fill("1234567890123456");
        assertThat(visitor.page().getByText("At most 15 characters.")).isVisible();
        visitor.button("Discard changes").click();
        assertThat(number(visitor, "Display numbers 1")).hasValue("+49305550001");
    }

    @Test
    void numbersAreOrderedByKeysAndByDrag(Visitor visitor, ConsoleServer server) {
        visitor.signIn().openView("agents/" + ContactCentre.userId(14));
        number(visitor, "Softphone numbers 2").press("Alt+ArrowUp");
        assertThat(number(visitor, "Softphone numbers 1")).hasValue("8014");
        assertThat(number(visitor, "Softphone numbers 1")).isFocused();

        Locator grips = visitor.page().locator("fieldset.numbers").first().locator(".grip");
        grips.nth(1).dragTo(grips.nth(0));
        assertThat(number(visitor, "Display numbers 1")).hasValue("+49305550000");
        visitor.button("Save").click();

        assertThat(visitor.page().getByText("Saved.").first()).isVisible();
        assertThat(settings(server, 14))
                .contains("[\"+49305550000\",\"+49305550004\"]")
                .contains("[\"8014\",\"7014\"]");
    }

    @Test
    void thePictureSaysWhoIsRungAndWhatIsSeenBeforeAnythingIsSaved(Visitor visitor) {
        visitor.signIn().openView("agents/" + ContactCentre.userId(13)); // without display numbers
        Locator plan = visitor.page().locator(".plan");
        assertThat(plan).containsText("A call would fail.");
        assertThat(plan).containsText("No number to present.");

        visitor.page().getByText("Add a number").first().click();
        visitor.page().keyboard().type("+49305550002");
        assertThat(number(visitor, "Display numbers 1")).hasValue("+49305550002");

        assertThat(plan).containsText("A call can be placed.");
        assertThat(plan.locator(".number.taken").last()).hasText("+49305550002");
    }

    @Test
    void aLineThatIsNotFilledInYetIsNoMistake(Visitor visitor) {
        visitor.signIn().openView("agents/" + ContactCentre.userId(22));
        visitor.page().getByText("Add a number").last().click();
        Locator added = number(visitor, "Softphone numbers 3");
        assertThat(added).isFocused();
        assertThat(added).not().hasAttribute("aria-invalid", "true");
        assertThat(visitor.page().getByText("Enter a number, or remove this line."))
                .isVisible();
        assertThat(visitor.button("Save")).isDisabled();

        visitor.button("Suspend").click();
        assertThat(visitor.button("Activate")).isVisible();
        assertThat(visitor.page().locator(".plan")).containsText("A call can be placed.");
        visitor.button("Activate").click();
        assertThat(visitor.button("Suspend")).isVisible();
        assertThat(visitor.page().getByRole(AriaRole.ALERT)).hasCount(0);
    }

    @Test
    void whoSavesSettingsThatWouldFailIsTold(Visitor visitor) {
        visitor.signIn().openView("agents/" + ContactCentre.userId(23));
        visitor.page().getByLabel("Bidirectional").check();
        visitor.button("Remove number 2").last().click();
        visitor.button("Remove number 1").last().click();
        visitor.button("Save").click();
        assertThat(visitor.page().getByText("Saved. A call would fail.")).isVisible();
        visitor.button("Put back what was before").first().click();
        assertThat(visitor.page().locator(".notice")).hasText("The earlier settings were put back.");
    }

    @Test
    void anEarlierVersionIsPutBackFromTheHistory(Visitor visitor, ConsoleServer server) {
        visitor.signIn().openView("agents/" + ContactCentre.userId(15));
        String before = number(visitor, "Softphone numbers 1").inputValue();
        number(visitor, "Softphone numbers 1").fill("999");
        visitor.button("Save").click();
        assertThat(visitor.page().locator(".history ins").first()).containsText("999");

        visitor.button("Put back what was before").first().click();

        assertThat(number(visitor, "Softphone numbers 1")).hasValue(before);
        assertThat(settings(server, 15)).contains(before).doesNotContain("\"999\"");
    }

    @Test
    void whenSomebodyElseWasFasterBothVersionsAreShown(Visitor visitor, ConsoleServer server) {
        visitor.signIn().openView("agents/" + ContactCentre.userId(16));
        number(visitor, "Softphone numbers 1").fill("111");
        server.call("PATCH", path(16), "{\"callType\": \"direct\", \"softphoneNumbers\": [\"222\"]}");
        visitor.expectStatus(412);
        visitor.button("Save").click();

        Locator conflict = visitor.page().locator(".conflict");
        assertThat(conflict).containsText("111");
        assertThat(conflict).containsText("222");
        visitor.requireAccessible().picture("agent-conflict");
        visitor.button("Save mine").click();

        assertThat(conflict).isHidden();
        assertThat(settings(server, 16)).contains("\"111\"").doesNotContain("\"222\"");
    }

    @Test
    void aViewerIsOfferedNothingToChange(Visitor visitor, ConsoleServer server) {
        visitor.signIn(ManagementKeys.create(server, "Viewer", "viewer"))
                .openView("agents/" + ContactCentre.userId(19));

        assertThat(number(visitor, "Display numbers 1")).isDisabled();
        assertThat(visitor.button("Save")).isHidden();
        assertThat(visitor.button("Suspend")).isHidden();
        assertThat(visitor.button("Put back what was before")).hasCount(0);
    }

    @Test
    void leavingWithUnsavedChangesAsksFirst(Visitor visitor) {
        visitor.signIn().openView("agents/" + ContactCentre.userId(20));
        number(visitor, "Display numbers 1").fill("123");
        visitor.expectDialog("Leave without saving your changes?", false);
        visitor.page()
                .getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName("Agents").setExact(true))
                .first()
                .click();
        assertThat(number(visitor, "Display numbers 1")).hasValue("123");

        visitor.expectDialog("Leave without saving your changes?", true);
        visitor.page()
                .getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName("Agents").setExact(true))
                .first()
                .click();
        assertThat(visitor.heading("Agents")).isVisible();
    }

    private static Locator number(Visitor visitor, String label) {
        return visitor.page().getByLabel(label, new Page.GetByLabelOptions().setExact(true));
    }

    private static String path(int i) {
        return ContactCentre.tenant("/users/" + ContactCentre.userId(i) + "/settings");
    }

    private static String settings(ConsoleServer server, int i) {
        return server.call("GET", path(i), null);
    }
}
