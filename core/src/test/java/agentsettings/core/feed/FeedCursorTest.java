package agentsettings.core.feed;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A cursor comes from outside as text. */
class FeedCursorTest {

    @Test
    void aCursorHasTheLastSequenceOfEachNode() {
        FeedCursor cursor = FeedCursor.parse("e1.0-7.1023-9007199254740").orElseThrow();

        assertThat(cursor.seenOf(0)).isEqualTo(7);
        assertThat(cursor.seenOf(1023)).isEqualTo(9007199254740L);
        assertThat(cursor.seenOf(5)).isZero();
        assertThat(cursor.hasSeen(7 * 1024)).isTrue();
        assertThat(cursor.hasSeen(8 * 1024)).isFalse();
        assertThat(cursor.hasSeen(1024 + 5)).isFalse();
    }

    @Test
    void aNewCursorHasSeenNothing() {
        assertThat(FeedCursor.start("e1")).hasToString("e1");
        assertThat(FeedCursor.parse("e1")).contains(FeedCursor.start("e1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "e1.",
                "e1.0",
                "e1.0-",
                "e1.0-0",
                "e1.0-01",
                "e1.1024-1",
                "e1.0-1.0-2",
                "e1.-1-1",
                "E1.0-1",
                "e1.0-12345678901234567",
                "e1.0-1 ",
                "e1,0-1",
                "e1.0-٣"
            })
    void anyOtherTextIsNone(String text) {
        assertThat(FeedCursor.parse(text)).isEmpty();
        assertThat(FeedCursor.parse("e".repeat(40_000))).isEmpty();
    }
}
