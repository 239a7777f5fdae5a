package agentsettings.wire;

import agentsettings.wire.json.JsonObjectWriter;
import agentsettings.wire.names.FieldNames;

/** Encodes tokens. All fields are strings: a known client fails if one is a JSON number. Stateless. */
public final class TokenResponses {

    public static Response issued(AccessToken token) {
        byte[] body = JsonObjectWriter.write(json -> json.string(FieldNames.ACCESS_TOKEN, token.accessToken())
                .string("ApplyType", "Bearer")
                .string("CreateTime", Long.toString(token.issuedAt().getEpochSecond()))
                .string(FieldNames.EXPIRES, Long.toString(token.life().toSeconds()))
                .string("Scope", token.scope())
                .string("AppKey", token.appKey())
                .string("UserID", "Anonymous"));
        return new Response(ReturnCode.SUCCESS, body);
    }

    private TokenResponses() {}
}
