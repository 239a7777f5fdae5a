package agentsettings.client.http;

/** What a request does to what is stored, which decides whether an attempt with an unknown outcome may be repeated. */
public enum Effect {

    /** It changes nothing. It may be repeated, and its outcome does not matter. */
    NONE,

    /** It changes something, once, however often it is sent. It may be repeated. */
    ONCE,

    /** It changes something each time that it is executed. It is repeated only if it was not executed. */
    EACH_TIME
}
