package agentsettings.acceptance.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Views that were left are given back: the page does not grow with each navigation. */
@ExtendWith(ConsoleExtension.class)
final class MemoryTest {

    private static final String NUMBER = "#493055559000";

    /** What is there, as CSS or Playwright finds it, once a view has all that it shows. */
    private static final Map<String, String> VIEWS = Map.ofEntries(
            entry("overview", "text=Settings by call type"),
            entry("agents?q=a.0", "text=a.001"),
            entry("agents/" + ContactCentre.userId(21), ".plan"),
            entry("numbers", "table >> text=" + NUMBER),
            entry("numbers/%23493055559000", "h1 >> text=" + NUMBER),
            entry("changes", ".changes"),
            entry("try", "h1 >> text=Try it"),
            entry("imports", "h1 >> text=Import"),
            entry("apps", "table >> text=demo-app"),
            entry("apps/demo-app", "h1 >> text=demo-app"),
            entry("keys", "table >> text=demoadmn"));

    /** To each view. */
    private static final int NAVIGATIONS = Integer.getInteger("console.navigations", 3);

    @Test
    void noViewGrowsMemory(Visitor visitor, ConsoleServer server) {
        AllottedNumbers numbers = new AllottedNumbers(server);
        numbers.allot(NUMBER, "\"display\"", "Looked at again and again");
        visitor.signIn();
        CDPSession devTools = visitor.profile().newCDPSession(visitor.page());
        visit(visitor, 2);
        JsonObject before = counters(devTools);

        visit(visitor, NAVIGATIONS);

        JsonObject after = counters(devTools);
        numbers.takeBack(NUMBER);
        assertThat(after.get("nodes").getAsInt())
                .as("nodes of pages, before: " + before)
                .isLessThan(before.get("nodes").getAsInt() + 500);
        assertThat(after.get("jsEventListeners").getAsInt())
                .as("listeners, before: " + before)
                .isLessThan(before.get("jsEventListeners").getAsInt() + 100);
    }

    private static void visit(Visitor visitor, int rounds) {
        for (int i = 0; i < rounds; i++) {
            VIEWS.forEach((path, shown) -> {
                visitor.openView(path);
                assertThat(visitor.page().locator(shown).first()).isVisible();
            });
        }
    }

    /** What is left once collecting garbage frees no more: a collection only frees what earlier ones have found unreachable. */
    private static JsonObject counters(CDPSession devTools) {
        JsonObject left = null;
        JsonObject before;
        do {
            before = left;
            devTools.send("HeapProfiler.collectGarbage");
            left = devTools.send("Memory.getDOMCounters");
        } while (!left.equals(before));
        return left;
    }
}
