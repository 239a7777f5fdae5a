package agentsettings.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The order in which users are taken. */
class UserRangeTest {

    @Test
    void inOrderUsersFollowEachOther() {
        assertThat(LongStream.range(0, 4).map(UserRange.inOrder(100, 10)::at)).containsExactly(100L, 101L, 102L, 103L);
    }

    @Test
    void scatteredUsersAreTakenOnceAndAreFarApart() {
        UserRange users = UserRange.scattered(100, 1000);

        assertThat(LongStream.range(0, 1000).map(users::at).sorted())
                .containsExactlyElementsOf(LongStream.range(100, 1100).boxed().toList());
        assertThat(LongStream.range(0, 100).map(index -> Math.abs(users.at(index + 1) - users.at(index))))
                .allMatch(distance -> distance > 300);
    }

    @Test
    void noMoreUsersCanBeTakenThanThereAre() {
        assertThatThrownBy(() -> UserRange.inOrder(0, 10).taken(11)).hasMessageContaining("too few");
    }
}
