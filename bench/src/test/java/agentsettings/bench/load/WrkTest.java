package agentsettings.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import agentsettings.bench.load.Wrk.Requests;
import agentsettings.bench.results.Figures;
import org.junit.jupiter.api.Test;

/** Parsing of the line that the script prints. */
class WrkTest {

    @Test
    void aLineOfFiguresIsParsed() {
        UserRange users = UserRange.inOrder(0, 1_000_000);

        Figures figures =
                Wrk.figures("RESULT 160002 2 1 4000000 1500 9000 21000 160064", Requests.once("create", users));

        assertThat(figures.perSecond()).isEqualTo(40_000);
        assertThat(figures.failures()).isEqualTo(3);
        assertThat(figures.p50()).isEqualTo(1.5);
        assertThat(figures.p99()).isEqualTo(9);
        assertThat(figures.p999()).isEqualTo(21);
        assertThat(users.taken()).isEqualTo(160_064);
    }

    @Test
    void randomUsersAreNotTaken() {
        UserRange users = UserRange.inOrder(0, 10);

        var _ = Wrk.figures("RESULT 160000 0 0 4000000 1500 9000 21000 0", Requests.any("query", users));

        assertThat(users.taken()).isZero();
    }
}
