package agentsettings.client.vendor;

import agentsettings.client.http.Effect;
import agentsettings.wire.ReturnCode;
import agentsettings.wire.json.JsonBody;
import agentsettings.wire.json.JsonObjectWriter;
import agentsettings.wire.names.FieldNames;
import agentsettings.wire.names.HttpNames;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/** The operation that issues a token: encodes its request and decodes its response. Stateless. */
final class TokenCodec {

    static final VendorOperation<Issued> FETCH =
            new VendorOperation<>("token", Effect.NONE, HttpNames.TOKEN_PATH, TokenCodec::issued);

    /** What may stand in the header {@code Authorization}. */
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9._~+/=-]{1,4096}");

    private static final Pattern LIFE = Pattern.compile("[1-9][0-9]{0,8}");

    /** A token as the response has it; the string form omits it. */
    record Issued(String text, Duration life) {

        @Override
        public String toString() {
            return "Issued[" + life + "]";
        }
    }

    static byte[] request(String appKey, String appSecret) {
        return JsonObjectWriter.write(
                json -> json.string(FieldNames.APP_KEY, appKey).string(FieldNames.APP_SECRET, appSecret));
    }

    private static Optional<Issued> issued(ReturnCode code, byte[] body) {
        if (code != ReturnCode.SUCCESS) {
            return Optional.empty();
        }
        String token = "";
        String life = "";
        try (JsonBody json = new JsonBody(body)) {
            while (json.nextField()) {
                switch (json.fieldName()) {
                    case FieldNames.ACCESS_TOKEN -> token = json.string();
                    case FieldNames.EXPIRES -> life = json.string();
                    default -> json.skip();
                }
            }
        }
        if (token == null || !TOKEN.matcher(token).matches()) {
            throw new IllegalArgumentException("no token");
        }
        if (life == null || !LIFE.matcher(life).matches()) {
            throw new IllegalArgumentException("no life");
        }
        return Optional.of(new Issued(token, Duration.ofSeconds(Long.parseLong(life))));
    }

    private TokenCodec() {}
}
