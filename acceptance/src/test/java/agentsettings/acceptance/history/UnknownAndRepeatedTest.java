package agentsettings.acceptance.history;

import static org.assertj.core.api.Assertions.assertThat;

import agentsettings.acceptance.history.Request.Update;
import agentsettings.acceptance.history.Response.Created;
import agentsettings.acceptance.history.Response.Deleted;
import agentsettings.acceptance.history.Response.Found;
import agentsettings.acceptance.history.Response.Updated;
import org.junit.jupiter.api.Test;

/** Histories made by hand of requests whose responses got lost, and of creates that were sent again with their idempotency keys. */
class UnknownAndRepeatedTest extends HandMadeHistory {

    @Test
    void aCreateRepeatedWithItsKeyIsToldTheFirstAnswer() {
        answered(0, 5, WITH_KEY, new Created(ID));
        answered(1, 4, WITH_KEY, new Created(ID));
        answered(6, 7, DELETE, new Deleted());
        answered(8, 9, WITH_KEY, new Created(ID));
        answered(10, 11, QUERY, Response.NO_SETTINGS);
        requireExplained();
    }

    @Test
    void theFirstAnswerIsRememberedWhenItIsARefusal() {
        answered(0, 1, CREATE, new Created(ID));
        answered(2, 3, WITH_KEY, Response.EXISTS_ALREADY);
        answered(4, 5, DELETE, new Deleted());
        answered(6, 7, WITH_KEY, Response.EXISTS_ALREADY);
        answered(8, 9, WITH_KEY, new Created(OTHER_ID));
        requireComplaintAbout(5);
    }

    @Test
    void oneKeyDoesNotGiveTwoIds() {
        answered(0, 4, WITH_KEY, new Created(ID));
        answered(1, 3, WITH_KEY, new Created(OTHER_ID));
        answered(0, 9, DELETE, new Deleted());
        requireComplaintAbout(1);
    }

    @Test
    void whatIsUnknownMayHaveHappenedAtAnyTimeSinceOrNever() {
        answered(0, 1, CREATE, new Created(ID));
        unknown(2, new Update(ID, TYPE_0));
        unknown(2, DELETE);
        answered(3, 4, QUERY, new Found(new Settings(ID, ONE)));
        answered(5, 6, QUERY, new Found(new Settings(ID, ONE)));
        answered(7, 8, QUERY, new Found(new Settings(ID, ONE.with(TYPE_0))));
        requireExplained();
    }

    @Test
    void whatIsUnknownDoesNotHappenBeforeItIsAskedFor() {
        answered(0, 1, CREATE, new Created(ID));
        answered(2, 3, QUERY, new Found(new Settings(ID, ONE.with(TYPE_0))));
        unknown(4, new Update(ID, TYPE_0));
        requireComplaintAbout(2);
    }

    @Test
    void whatIsUnknownMustHaveHappenedWhenNothingElseExplainsARead() {
        answered(0, 1, CREATE, new Created(ID));
        unknown(2, DELETE);
        answered(3, 4, CREATE, new Created(OTHER_ID));
        answered(5, 6, QUERY, new Found(new Settings(OTHER_ID, ONE)));
        answered(7, 8, QUERY, Response.NO_SETTINGS);
        requireComplaintAbout(5);
    }

    @Test
    void whatIsUnknownAndSeenByOneReadIsNotGoneByTheNext() {
        answered(0, 1, CREATE, new Created(ID));
        unknown(2, new Update(ID, TYPE_0));
        answered(3, 4, QUERY, new Found(new Settings(ID, ONE.with(TYPE_0))));
        answered(5, 6, QUERY, new Found(new Settings(ID, ONE)));
        requireComplaintAbout(4);
    }

    @Test
    void anUnknownCreateGivesOneIdThatReadsMayTell() {
        unknown(0, CREATE);
        answered(1, 2, QUERY, Response.NO_SETTINGS);
        answered(3, 4, QUERY, new Found(new Settings(ID, ONE)));
        answered(5, 6, DELETE, new Deleted());
        answered(7, 8, QUERY, new Found(new Settings(OTHER_ID, ONE)));
        requireComplaintAbout(5);
    }

    @Test
    void anUnknownCreateRepeatedWithItsKeyIsCarriedOutOnce() {
        unknown(0, WITH_KEY);
        answered(1, 2, QUERY, new Found(new Settings(ID, ONE)));
        answered(3, 4, WITH_KEY, new Created(OTHER_ID));
        requireComplaintAbout(2);
    }

    @Test
    void manyConcurrentOperationsOfUnknownFateAreChecked() {
        answered(0, 1, CREATE, new Created(ID));
        for (int i = 0; i < 16; i++) {
            unknown(2, DELETE);
            unknown(2, CREATE);
            answered(3, 90, new Update(ID, NUMBER_99), new Updated(ID));
        }
        answered(91, 92, QUERY, new Found(new Settings(ID, ONE.with(NUMBER_99))));
        requireExplained();
    }

    @Test
    void aComplaintShowsWhatWasAskedInTimeOrder() {
        answered(2_000_000, 3_000_000, QUERY, Response.NO_SETTINGS);
        answered(0, 1_500_000, CREATE, new Created(ID));
        unknown(1_600_000, new Update(ID, TYPE_0));
        assertThat(Linearizability.complaint(history()).orElseThrow())
                .containsSubsequence(
                        "user somebody: no order of the operations explains the answer to #1",
                        "the first 1 answers can be explained",
                        "Settings[id=500",
                        "0.000 to      1.500 ms  node 0  #2 Create",
                        "~      1.600 to            ms  node 0  #3 Update",
                        "!      2.000 to      3.000 ms  node 0  #1 Query[] -> Refused[returnCode=5003]");
    }
}
