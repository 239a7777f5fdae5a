package agentsettings.acceptance.history;

/** What a client is told about its request. */
public sealed interface Response {

    Response EXISTS_ALREADY = new Refused(5002);
    Response NO_SETTINGS = new Refused(5003);
    Response OTHER_ID = new Refused(5004);

    /** The settings are there, under this id. */
    record Created(long id) implements Response {}

    /** They were changed. */
    record Updated(long id) implements Response {}

    /** They are gone. */
    record Deleted() implements Response {}

    /** They are these. */
    record Found(Settings settings) implements Response {}

    /** A business failure: nothing was changed. */
    record Refused(int returnCode) implements Response {}
}
