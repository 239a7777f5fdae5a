package agentsettings.core.feed;

import static org.assertj.core.api.Assertions.assertThat;

import agentsettings.core.apps.Actor;
import agentsettings.core.changes.ChangeNumber;
import agentsettings.core.queries.LoggedChange;
import agentsettings.core.users.UserKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** However changes are spread over nodes, a follower sees each once, those of a node and those of a record in their order. */
class FeedOrderPropertiesTest {

    private static final Actor ACTOR = new Actor(Actor.Kind.APP, "app");

    /** Which node changes which user's settings next. */
    record Turn(int node, int user) {}

    @Property(seed = "1")
    void eachChangeIsSeenOnceAndInOrder(
            @ForAll("turns") List<Turn> turns, @ForAll @IntRange(min = 1, max = 7) int limit) {
        List<FeedEntry> written = write(turns);

        List<FeedEntry> seen = follow(written, limit);

        assertThat(seen).containsExactlyInAnyOrderElementsOf(written);
        assertSameOrder(seen, written, FeedOrderPropertiesTest::nodeOf);
        assertSameOrder(seen, written, entry -> entry.change().orElseThrow().user());
    }

    private static void assertSameOrder(
            List<FeedEntry> seen, List<FeedEntry> written, Function<FeedEntry, Object> classifier) {
        assertThat(seen.stream().collect(Collectors.groupingBy(classifier)))
                .isEqualTo(written.stream().collect(Collectors.groupingBy(classifier)));
    }

    @Property(seed = "2")
    void aCursorIsItsText(@ForAll("turns") List<Turn> turns) {
        FeedCursor cursor = FeedCursor.start("abc9");
        for (Turn turn : turns) {
            cursor = cursor.after(turn.node * 341, cursor.seenOf(turn.node * 341) + 1);
        }
        assertThat(FeedCursor.parse(cursor.toString())).contains(cursor);
    }

    /** The changes in the order in which they were committed. */
    private static List<FeedEntry> write(List<Turn> turns) {
        Map<Integer, Long> lastOfNode = new HashMap<>();
        Map<Integer, Long> lastOfUser = new HashMap<>();
        List<FeedEntry> written = new ArrayList<>();
        for (Turn turn : turns) {
            long sequence = lastOfNode.merge(turn.node, 1L, Long::sum);
            long number = new ChangeNumber(turn.node, sequence).value();
            long previous = lastOfUser.getOrDefault(turn.user, 0L);
            lastOfUser.put(turn.user, number);
            written.add(new FeedEntry(number, previous, Optional.of(changeOf(number, turn.user))));
        }
        return written;
    }

    /** Reads page after page, of each node no more than the limit at once. */
    private static List<FeedEntry> follow(List<FeedEntry> written, int limit) {
        List<FeedEntry> seen = new ArrayList<>();
        FeedCursor cursor = FeedCursor.start("abc");
        while (true) {
            SortedMap<Integer, List<FeedEntry>> byNode = new TreeMap<>();
            for (FeedEntry change : written) {
                List<FeedEntry> ofNode = byNode.computeIfAbsent(nodeOf(change), node -> new ArrayList<>());
                if (!cursor.hasSeen(change.number()) && ofNode.size() < limit) {
                    ofNode.add(change);
                }
            }
            List<FeedEntry> page = FeedOrder.merge(cursor, byNode, limit);
            if (page.isEmpty()) {
                return seen;
            }
            seen.addAll(page);
            for (FeedEntry entry : page) {
                cursor = cursor.after(entry.number());
            }
        }
    }

    private static LoggedChange changeOf(long number, int user) {
        return new LoggedChange.OfSettings(
                number, Instant.EPOCH, ACTOR, new UserKey("t", "u" + user), 1, 1, null, null);
    }

    private static int nodeOf(FeedEntry change) {
        return ChangeNumber.of(change.number()).node();
    }

    @Provide
    Arbitrary<List<Turn>> turns() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.integers().between(0, 4))
                .as(Turn::new)
                .list()
                .ofMaxSize(60);
    }
}
