package agentsettings.acceptance.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Views that were left are given back: the page does not grow with each navigation. */
@ExtendWith(ConsoleExtension.class)
final class MemoryTest {

    private static final int ROUNDS = Integer.getInteger("console.navigations", 30) / 3;

    @Test
    void noViewGrowsMemory(Visitor visitor) {
        visitor.signIn();
        CDPSession devTools = visitor.profile().newCDPSession(visitor.page());
        visit(visitor, 2);
        JsonObject before = counters(devTools);

        visit(visitor, ROUNDS);

        JsonObject after = counters(devTools);
        assertThat(after.get("nodes").getAsInt())
                .as("nodes of pages, before: " + before)
                .isLessThan(before.get("nodes").getAsInt() + 500);
        assertThat(after.get("jsEventListeners").getAsInt())
                .as("listeners, before: " + before)
                .isLessThan(before.get("jsEventListeners").getAsInt() + 100);
    }

    private static void visit(Visitor visitor, int rounds) {
        for (int i = 0; i < rounds; i++) {
            visitor.openView("agents?q=a.0");
            assertThat(visitor.page().getByText("a.001")).isVisible();
            visitor.openView("agents/" + ContactCentre.userId(21));
            assertThat(visitor.page().locator(".plan")).isVisible();
            visitor.openView("changes");
            assertThat(visitor.page().locator(".changes")).isVisible();
            visitor.openView("overview");
            assertThat(visitor.page().getByText("Settings by call type")).isVisible();
        }
    }

    private static JsonObject counters(CDPSession devTools) {
        devTools.send("HeapProfiler.collectGarbage");
        return devTools.send("Memory.getDOMCounters");
    }
}
