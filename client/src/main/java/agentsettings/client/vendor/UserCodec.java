package agentsettings.client.vendor;

import agentsettings.client.http.Effect;
import agentsettings.client.vendor.Outcome.AccountTaken;
import agentsettings.client.vendor.Outcome.Added;
import agentsettings.client.vendor.Outcome.OfAddUser;
import agentsettings.core.users.UserProfile;
import agentsettings.wire.ReturnCode;
import agentsettings.wire.json.JsonBody;
import agentsettings.wire.json.JsonObjectWriter;
import agentsettings.wire.names.FieldNames;
import agentsettings.wire.names.HttpNames;
import java.util.Optional;

/** The operation that adds a user: encodes its request and decodes its response. Stateless. */
final class UserCodec {

    /** A repeated one would report the account as taken, by the user that the first attempt added. */
    static final VendorOperation<OfAddUser> ADD =
            new VendorOperation<>("add user", Effect.EACH_TIME, HttpNames.USERS_PATH, UserCodec::added);

    static byte[] add(UserProfile user) {
        return JsonObjectWriter.write(json -> json.string(FieldNames.USER_ACCOUNT, user.account())
                .string(FieldNames.USER_NAME, user.name())
                .string(FieldNames.PHONE, user.phone())
                .string(FieldNames.EMAIL, user.email())
                .string(FieldNames.DESCRIPTION, user.description())
                .string(
                        FieldNames.STATUS,
                        user.status() == null ? null : user.status().code()));
    }

    private static Optional<OfAddUser> added(ReturnCode code, byte[] body) {
        return Optional.ofNullable(
                switch (code) {
                    case SUCCESS -> new Added(userId(body));
                    case ACCOUNT_TAKEN -> new AccountTaken();
                    default -> null;
                });
    }

    private static String userId(byte[] body) {
        String[] userId = new String[1];
        try (JsonBody json = new JsonBody(body)) {
            while (json.nextField()) {
                if (json.fieldName().equals(FieldNames.RESULT)) {
                    json.object(() -> {
                        if (json.fieldName().equals(FieldNames.USER_ID)) {
                            userId[0] = json.string();
                        } else {
                            json.skip();
                        }
                    });
                } else {
                    json.skip();
                }
            }
        }
        if (userId[0] == null) {
            throw new IllegalArgumentException("no user");
        }
        return userId[0];
    }

    private UserCodec() {}
}
