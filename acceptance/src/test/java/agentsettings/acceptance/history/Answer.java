package agentsettings.acceptance.history;

/** What a client is told about its request. */
public sealed interface Answer {

    Answer EXISTS_ALREADY = new Refused(5002);
    Answer NO_SETTINGS = new Refused(5003);
    Answer OTHER_ID = new Refused(5004);

    /** The settings are there, under this id. */
    record Created(long id) implements Answer {}

    /** They were changed. */
    record Updated(long id) implements Answer {}

    /** They are gone. */
    record Deleted() implements Answer {}

    /** They are these. */
    record Found(Settings settings) implements Answer {}

    /** A business failure: nothing was changed. */
    record Refused(int returnCode) implements Answer {}
}
