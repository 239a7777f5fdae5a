package agentsettings.acceptance.history;

import static org.assertj.core.api.Assertions.assertThat;

import agentsettings.acceptance.history.Answer.Created;
import agentsettings.acceptance.history.Answer.Deleted;
import agentsettings.acceptance.history.Answer.Found;
import agentsettings.acceptance.history.Answer.Updated;
import agentsettings.acceptance.history.Request.Create;
import agentsettings.acceptance.history.Request.Delete;
import agentsettings.acceptance.history.Request.Query;
import agentsettings.acceptance.history.Request.Update;
import agentsettings.acceptance.settings.Content;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Histories made by hand, of which everybody can see whether they are linearizable. */
class LinearizabilityTest {

    private static final Content ONE = new Content("1", "11", "12", "13", null);
    private static final Content TWO = new Content("2", "21", "22", "23", null);
    private static final Content TYPE_0 = new Content("0", null, null, null, null);
    private static final Content TYPE_1 = new Content("1", null, null, null, null);
    private static final Content NUMBER_99 = new Content(null, null, "99", null, null);
    private static final long ID = 500;
    private static final long OTHER_ID = 600;
    private static final Create CREATE = new Create(ONE, null);
    private static final Create WITH_KEY = new Create(ONE, "key");
    private static final Query QUERY = new Query();
    private static final Delete DELETE = new Delete();

    private final List<Operation> operations = new ArrayList<>();

    @Test
    void oneThingAfterTheOtherIsExplained() {
        answered(0, 1, QUERY, Answer.NO_SETTINGS);
        answered(2, 3, new Update(ID, TYPE_0), Answer.NO_SETTINGS);
        answered(4, 5, DELETE, Answer.NO_SETTINGS);
        answered(6, 7, CREATE, new Created(ID));
        answered(8, 9, CREATE, Answer.EXISTS_ALREADY);
        answered(10, 11, new Update(OTHER_ID, TYPE_0), Answer.OTHER_ID);
        answered(12, 13, new Update(ID, TYPE_0), new Updated(ID));
        answered(14, 15, QUERY, new Found(new Settings(ID, ONE.with(TYPE_0))));
        answered(16, 17, DELETE, new Deleted());
        answered(18, 19, QUERY, Answer.NO_SETTINGS);
        answered(20, 21, CREATE, new Created(OTHER_ID));
        demandExplained();
    }

    @Test
    void aReadDuringAWriteSeesTheOldOrTheNew() {
        answered(0, 1, CREATE, new Created(ID));
        answered(10, 20, new Update(ID, TYPE_0), new Updated(ID));
        answered(11, 13, QUERY, new Found(new Settings(ID, ONE)));
        answered(12, 14, QUERY, new Found(new Settings(ID, ONE.with(TYPE_0))));
        demandExplained();
    }

    @Test
    void aReadDoesNotGoBackToTheOldBeforeTheWriteHasEnded() {
        answered(0, 1, CREATE, new Created(ID));
        answered(10, 20, new Update(ID, TYPE_0), new Updated(ID));
        answered(11, 13, QUERY, new Found(new Settings(ID, ONE.with(TYPE_0))));
        answered(14, 15, QUERY, new Found(new Settings(ID, ONE)));
        demandComplaintAbout(4);
    }

    @Test
    void aStaleReadIsFound() {
        answered(0, 1, CREATE, new Created(ID));
        answered(2, 3, new Update(ID, TYPE_0), new Updated(ID));
        answered(4, 5, QUERY, new Found(new Settings(ID, ONE)));
        demandComplaintAbout(3);
    }

    @Test
    void aLostUpdateIsFound() {
        answered(0, 1, CREATE, new Created(ID));
        answered(2, 5, new Update(ID, TYPE_0), new Updated(ID));
        answered(3, 4, new Update(ID, NUMBER_99), new Updated(ID));
        answered(6, 7, QUERY, new Found(new Settings(ID, ONE.with(TYPE_0))));
        demandComplaintAbout(4);
    }

    @Test
    void concurrentUpdatesOfDifferentPartsBothCount() {
        answered(0, 1, CREATE, new Created(ID));
        answered(2, 5, new Update(ID, TYPE_0), new Updated(ID));
        answered(3, 4, new Update(ID, NUMBER_99), new Updated(ID));
        answered(6, 7, QUERY, new Found(new Settings(ID, ONE.with(TYPE_0).with(NUMBER_99))));
        demandExplained();
    }

    @Test
    void anUpdateThatChangesNothingNowMayBeNeededLater() {
        answered(0, 1, CREATE, new Created(ID));
        answered(2, 9, new Update(ID, TYPE_1), new Updated(ID));
        answered(3, 4, new Update(ID, TYPE_0), new Updated(ID));
        answered(5, 6, QUERY, new Found(new Settings(ID, ONE)));
        demandExplained();
    }

    @Test
    void halfAnUpdateIsFound() {
        answered(0, 1, CREATE, new Created(ID));
        answered(2, 9, new Update(ID, TWO), new Updated(ID));
        answered(3, 4, QUERY, new Found(new Settings(ID, new Content("2", "21", "12", "13", null))));
        demandComplaintAbout(3);
    }

    @Test
    void twoCreatesDoNotBothSucceed() {
        answered(0, 4, CREATE, new Created(ID));
        answered(1, 3, CREATE, new Created(OTHER_ID));
        demandComplaintAbout(1);
    }

    @Test
    void twoCreatesBothSucceedAroundADelete() {
        answered(0, 4, CREATE, new Created(ID));
        answered(1, 3, CREATE, new Created(OTHER_ID));
        answered(2, 6, DELETE, new Deleted());
        demandExplained();
    }

    @Test
    void twoConcurrentCreatesAreNotBothRefused() {
        answered(0, 4, CREATE, Answer.EXISTS_ALREADY);
        answered(1, 3, CREATE, Answer.EXISTS_ALREADY);
        demandComplaintAbout(2);
    }

    @Test
    void anIdIsNotGivenTwice() {
        answered(0, 1, CREATE, new Created(ID));
        answered(2, 3, DELETE, new Deleted());
        answered(4, 5, CREATE, new Created(ID));
        demandComplaintAbout(3);
    }

    @Test
    void aResurrectedDeleteIsFound() {
        answered(0, 1, CREATE, new Created(ID));
        answered(2, 3, DELETE, new Deleted());
        answered(4, 5, QUERY, new Found(new Settings(ID, ONE)));
        demandComplaintAbout(3);
    }

    @Test
    void twoDeletesDoNotBothTakeTheSameSettingsAway() {
        answered(0, 1, CREATE, new Created(ID));
        answered(2, 5, DELETE, new Deleted());
        answered(3, 4, DELETE, new Deleted());
        demandComplaintAbout(2);
    }

    @Test
    void anUpdateThatSucceededOnDeletedSettingsIsFound() {
        answered(0, 1, CREATE, new Created(ID));
        answered(2, 3, DELETE, new Deleted());
        answered(4, 5, CREATE, new Created(OTHER_ID));
        answered(6, 7, new Update(ID, TYPE_0), new Updated(ID));
        demandComplaintAbout(4);
    }

    @Test
    void aCreateRepeatedWithItsKeyIsToldTheFirstAnswer() {
        answered(0, 5, WITH_KEY, new Created(ID));
        answered(1, 4, WITH_KEY, new Created(ID));
        answered(6, 7, DELETE, new Deleted());
        answered(8, 9, WITH_KEY, new Created(ID));
        answered(10, 11, QUERY, Answer.NO_SETTINGS);
        demandExplained();
    }

    @Test
    void theFirstAnswerIsRememberedWhenItIsARefusal() {
        answered(0, 1, CREATE, new Created(ID));
        answered(2, 3, WITH_KEY, Answer.EXISTS_ALREADY);
        answered(4, 5, DELETE, new Deleted());
        answered(6, 7, WITH_KEY, Answer.EXISTS_ALREADY);
        answered(8, 9, WITH_KEY, new Created(OTHER_ID));
        demandComplaintAbout(5);
    }

    @Test
    void oneKeyDoesNotGiveTwoIds() {
        answered(0, 4, WITH_KEY, new Created(ID));
        answered(1, 3, WITH_KEY, new Created(OTHER_ID));
        answered(0, 9, DELETE, new Deleted());
        demandComplaintAbout(1);
    }

    @Test
    void whatIsUnknownMayHaveHappenedAtAnyTimeSinceOrNever() {
        answered(0, 1, CREATE, new Created(ID));
        unknown(2, new Update(ID, TYPE_0));
        unknown(2, DELETE);
        answered(3, 4, QUERY, new Found(new Settings(ID, ONE)));
        answered(5, 6, QUERY, new Found(new Settings(ID, ONE)));
        answered(7, 8, QUERY, new Found(new Settings(ID, ONE.with(TYPE_0))));
        demandExplained();
    }

    @Test
    void whatIsUnknownDoesNotHappenBeforeItIsAskedFor() {
        answered(0, 1, CREATE, new Created(ID));
        answered(2, 3, QUERY, new Found(new Settings(ID, ONE.with(TYPE_0))));
        unknown(4, new Update(ID, TYPE_0));
        demandComplaintAbout(2);
    }

    @Test
    void whatIsUnknownMustHaveHappenedWhenNothingElseExplainsARead() {
        answered(0, 1, CREATE, new Created(ID));
        unknown(2, DELETE);
        answered(3, 4, CREATE, new Created(OTHER_ID));
        answered(5, 6, QUERY, new Found(new Settings(OTHER_ID, ONE)));
        answered(7, 8, QUERY, Answer.NO_SETTINGS);
        demandComplaintAbout(5);
    }

    @Test
    void whatIsUnknownAndSeenByOneReadIsNotGoneByTheNext() {
        answered(0, 1, CREATE, new Created(ID));
        unknown(2, new Update(ID, TYPE_0));
        answered(3, 4, QUERY, new Found(new Settings(ID, ONE.with(TYPE_0))));
        answered(5, 6, QUERY, new Found(new Settings(ID, ONE)));
        demandComplaintAbout(4);
    }

    @Test
    void anUnknownCreateGivesOneIdThatReadsMayTell() {
        unknown(0, CREATE);
        answered(1, 2, QUERY, Answer.NO_SETTINGS);
        answered(3, 4, QUERY, new Found(new Settings(ID, ONE)));
        answered(5, 6, DELETE, new Deleted());
        answered(7, 8, QUERY, new Found(new Settings(OTHER_ID, ONE)));
        demandComplaintAbout(5);
    }

    @Test
    void anUnknownCreateRepeatedWithItsKeyIsCarriedOutOnce() {
        unknown(0, WITH_KEY);
        answered(1, 2, QUERY, new Found(new Settings(ID, ONE)));
        answered(3, 4, WITH_KEY, new Created(OTHER_ID));
        demandComplaintAbout(2);
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
        demandExplained();
    }

    @Test
    void aComplaintShowsWhatWasAskedInTimeOrder() {
        answered(2_000_000, 3_000_000, QUERY, Answer.NO_SETTINGS);
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

    private void answered(long invoked, long responded, Request request, Answer answer) {
        operations.add(new Operation(operations.size() + 1, 0, request, invoked, responded, answer));
    }

    private void unknown(long invoked, Request request) {
        answered(invoked, Operation.NEVER, request, null);
    }

    private History history() {
        return new History("somebody", operations);
    }

    private void demandExplained() {
        assertThat(Linearizability.complaint(history())).isEmpty();
    }

    /** Of operations that contradict each other, it is the one answered last that can't be explained. */
    private void demandComplaintAbout(int number) {
        assertThat(Linearizability.complaint(history()).orElse("no complaint"))
                .contains("explains the answer to #" + number + "\n");
    }
}
