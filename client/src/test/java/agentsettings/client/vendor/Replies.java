package agentsettings.client.vendor;

import static agentsettings.client.ScriptedServer.json;

import agentsettings.client.ScriptedServer.Step;

/** What a good server responds. */
final class Replies {

    static final String TOKEN_OPERATION = "tokenByAkSk";

    static Step token(String token, int lifeSeconds) {
        return json(
                200,
                "{\"AccessToken\":\"" + token
                        + "\",\"ApplyType\":\"Bearer\",\"CreateTime\":\"1767225600\",\"Expires\":\"" + lifeSeconds
                        + "\",\"Scope\":\"x\",\"AppKey\":\"app\",\"UserID\":\"Anonymous\"}");
    }

    static Step found(String userId) {
        return json(
                200,
                "{\"returnCode\":\"0\",\"id\":\"17\",\"userId\":\"" + userId + "\",\"returnDesc\":\"query success\"}");
    }

    /** Success of a create, an update, a delete, or an addition of a user. */
    static Step success() {
        return json(
                200,
                "{\"returnCode\":\"0\",\"retcode\":\"0\",\"returnDesc\":\"done\",\"id\":\"17\",\"userId\":\"u\","
                        + "\"result\":{\"userId\":\"u\"}}");
    }

    static Step failure(int status, String code, String... headerLines) {
        return json(status, "{\"returnCode\":\"" + code + "\",\"returnDesc\":\"as scripted\"}", headerLines);
    }

    private Replies() {}
}
