package agentsettings.core.apps;

/** The principal of a request, and the tenant space that the request is about. Immutable. */
public record Caller(String tenantId, Actor actor) {

    /** The caller of an app's requests. */
    public static Caller ofApp(String tenantId, String appKey) {
        return new Caller(tenantId, new Actor(Actor.Kind.APP, appKey));
    }
}
