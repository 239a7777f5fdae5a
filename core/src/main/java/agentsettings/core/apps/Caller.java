package agentsettings.core.apps;

/**
 * The principal of a request, and the tenant space that the request is about. Immutable.
 *
 * @param numberCheck that of the tenant space, as it was known when the request arrived
 */
public record Caller(String tenantId, Actor actor, NumberCheck numberCheck) {

    /** A caller whose numbers are not checked. */
    public Caller(String tenantId, Actor actor) {
        this(tenantId, actor, NumberCheck.OFF);
    }

    /** The caller of an app's requests, whose numbers are not checked. */
    public static Caller ofApp(String tenantId, String appKey) {
        return new Caller(tenantId, new Actor(Actor.Kind.APP, appKey));
    }

    /** The same caller with its numbers checked in this way. */
    public Caller with(NumberCheck check) {
        return new Caller(tenantId, actor, check);
    }
}
