package agentsettings.acceptance.history;

import agentsettings.acceptance.history.Request.Update;
import agentsettings.acceptance.history.Response.Created;
import agentsettings.acceptance.history.Response.Deleted;
import agentsettings.acceptance.history.Response.Found;
import agentsettings.acceptance.history.Response.Updated;
import agentsettings.acceptance.settings.Content;
import org.junit.jupiter.api.Test;

/** Histories made by hand, of which everybody can see whether they are linearizable. */
class LinearizabilityTest extends HandMadeHistory {

    @Test
    void oneThingAfterTheOtherIsExplained() {
        answered(0, 1, QUERY, Response.NO_SETTINGS);
        answered(2, 3, new Update(ID, TYPE_0), Response.NO_SETTINGS);
        answered(4, 5, DELETE, Response.NO_SETTINGS);
        answered(6, 7, CREATE, new Created(ID));
        answered(8, 9, CREATE, Response.EXISTS_ALREADY);
        answered(10, 11, new Update(OTHER_ID, TYPE_0), Response.OTHER_ID);
        answered(12, 13, new Update(ID, TYPE_0), new Updated(ID));
        answered(14, 15, QUERY, new Found(new Settings(ID, ONE.with(TYPE_0))));
        answered(16, 17, DELETE, new Deleted());
        answered(18, 19, QUERY, Response.NO_SETTINGS);
        answered(20, 21, CREATE, new Created(OTHER_ID));
        requireExplained();
    }

    @Test
    void aReadDuringAWriteSeesTheOldOrTheNew() {
        answered(0, 1, CREATE, new Created(ID));
        answered(10, 20, new Update(ID, TYPE_0), new Updated(ID));
        answered(11, 13, QUERY, new Found(new Settings(ID, ONE)));
        answered(12, 14, QUERY, new Found(new Settings(ID, ONE.with(TYPE_0))));
        requireExplained();
    }

    @Test
    void aReadDoesNotGoBackToTheOldBeforeTheWriteHasEnded() {
        answered(0, 1, CREATE, new Created(ID));
        answered(10, 20, new Update(ID, TYPE_0), new Updated(ID));
        answered(11, 13, QUERY, new Found(new Settings(ID, ONE.with(TYPE_0))));
        answered(14, 15, QUERY, new Found(new Settings(ID, ONE)));
        requireComplaintAbout(4);
    }

    @Test
    void aStaleReadIsFound() {
        answered(0, 1, CREATE, new Created(ID));
        answered(2, 3, new Update(ID, TYPE_0), new Updated(ID));
        answered(4, 5, QUERY, new Found(new Settings(ID, ONE)));
        requireComplaintAbout(3);
    }

    @Test
    void aLostUpdateIsFound() {
        answered(0, 1, CREATE, new Created(ID));
        answered(2, 5, new Update(ID, TYPE_0), new Updated(ID));
        answered(3, 4, new Update(ID, NUMBER_99), new Updated(ID));
        answered(6, 7, QUERY, new Found(new Settings(ID, ONE.with(TYPE_0))));
        requireComplaintAbout(4);
    }

    @Test
    void concurrentUpdatesOfDifferentPartsBothCount() {
        answered(0, 1, CREATE, new Created(ID));
        answered(2, 5, new Update(ID, TYPE_0), new Updated(ID));
        answered(3, 4, new Update(ID, NUMBER_99), new Updated(ID));
        answered(6, 7, QUERY, new Found(new Settings(ID, ONE.with(TYPE_0).with(NUMBER_99))));
        requireExplained();
    }

    @Test
    void anUpdateThatChangesNothingNowMayBeNeededLater() {
        answered(0, 1, CREATE, new Created(ID));
        answered(2, 9, new Update(ID, TYPE_1), new Updated(ID));
        answered(3, 4, new Update(ID, TYPE_0), new Updated(ID));
        answered(5, 6, QUERY, new Found(new Settings(ID, ONE)));
        requireExplained();
    }

    @Test
    void halfAnUpdateIsFound() {
        answered(0, 1, CREATE, new Created(ID));
        answered(2, 9, new Update(ID, TWO), new Updated(ID));
        answered(3, 4, QUERY, new Found(new Settings(ID, new Content("2", "21", "12", "13", null))));
        requireComplaintAbout(3);
    }

    @Test
    void twoCreatesDoNotBothSucceed() {
        answered(0, 4, CREATE, new Created(ID));
        answered(1, 3, CREATE, new Created(OTHER_ID));
        requireComplaintAbout(1);
    }

    @Test
    void twoCreatesBothSucceedAroundADelete() {
        answered(0, 4, CREATE, new Created(ID));
        answered(1, 3, CREATE, new Created(OTHER_ID));
        answered(2, 6, DELETE, new Deleted());
        requireExplained();
    }

    @Test
    void twoConcurrentCreatesAreNotBothRefused() {
        answered(0, 4, CREATE, Response.EXISTS_ALREADY);
        answered(1, 3, CREATE, Response.EXISTS_ALREADY);
        requireComplaintAbout(2);
    }

    @Test
    void anIdIsNotGivenTwice() {
        answered(0, 1, CREATE, new Created(ID));
        answered(2, 3, DELETE, new Deleted());
        answered(4, 5, CREATE, new Created(ID));
        requireComplaintAbout(3);
    }

    @Test
    void aResurrectedDeleteIsFound() {
        answered(0, 1, CREATE, new Created(ID));
        answered(2, 3, DELETE, new Deleted());
        answered(4, 5, QUERY, new Found(new Settings(ID, ONE)));
        requireComplaintAbout(3);
    }

    @Test
    void twoDeletesDoNotBothTakeTheSameSettingsAway() {
        answered(0, 1, CREATE, new Created(ID));
        answered(2, 5, DELETE, new Deleted());
        answered(3, 4, DELETE, new Deleted());
        requireComplaintAbout(2);
    }

    @Test
    void anUpdateThatSucceededOnDeletedSettingsIsFound() {
        answered(0, 1, CREATE, new Created(ID));
        answered(2, 3, DELETE, new Deleted());
        answered(4, 5, CREATE, new Created(OTHER_ID));
        answered(6, 7, new Update(ID, TYPE_0), new Updated(ID));
        requireComplaintAbout(4);
    }
}
