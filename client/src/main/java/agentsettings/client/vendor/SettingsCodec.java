package agentsettings.client.vendor;

import agentsettings.client.http.Effect;
import agentsettings.client.vendor.Outcome.AlreadyExists;
import agentsettings.client.vendor.Outcome.Created;
import agentsettings.client.vendor.Outcome.Deleted;
import agentsettings.client.vendor.Outcome.IdMismatch;
import agentsettings.client.vendor.Outcome.NoSettings;
import agentsettings.client.vendor.Outcome.NumberNotAllotted;
import agentsettings.client.vendor.Outcome.OfCreate;
import agentsettings.client.vendor.Outcome.OfDelete;
import agentsettings.client.vendor.Outcome.OfQuery;
import agentsettings.client.vendor.Outcome.OfUpdate;
import agentsettings.client.vendor.Outcome.UnknownUser;
import agentsettings.client.vendor.Outcome.Updated;
import agentsettings.core.settings.CallType;
import agentsettings.core.settings.OutboundSettings;
import agentsettings.core.settings.PhoneNumber;
import agentsettings.wire.ReturnCode;
import agentsettings.wire.json.JsonBody;
import agentsettings.wire.json.JsonObjectWriter;
import agentsettings.wire.names.FieldNames;
import agentsettings.wire.names.HttpNames;
import java.util.Optional;

/** The four operations on settings: encodes their requests and decodes their responses. Stateless. */
final class SettingsCodec {

    /** Sent with an idempotency key, so that a repeated create is executed once. */
    static final VendorOperation<OfCreate> CREATE =
            new VendorOperation<>("create", Effect.ONCE, HttpNames.CREATE_PATH, SettingsCodec::created);

    /** A repeated update would overwrite what another client has changed meanwhile. */
    static final VendorOperation<OfUpdate> UPDATE =
            new VendorOperation<>("update", Effect.EACH_TIME, HttpNames.UPDATE_PATH, SettingsCodec::updated);

    static final VendorOperation<OfQuery> QUERY =
            new VendorOperation<>("query", Effect.NONE, HttpNames.QUERY_PATH, SettingsCodec::found);

    /** A repeated delete would delete what another client has created meanwhile. */
    static final VendorOperation<OfDelete> DELETE =
            new VendorOperation<>("delete", Effect.EACH_TIME, HttpNames.DELETE_PATH, SettingsCodec::deleted);

    static byte[] create(String userId, OutboundSettings settings) {
        return JsonObjectWriter.write(json -> write(json.string(FieldNames.USER_ID, userId), settings));
    }

    static byte[] update(long id, String userId, OutboundSettings changes) {
        return JsonObjectWriter.write(json ->
                write(json.string(FieldNames.ID, Long.toString(id)).string(FieldNames.USER_ID, userId), changes));
    }

    static byte[] user(String userId) {
        return JsonObjectWriter.write(json -> json.string(FieldNames.USER_ID, userId));
    }

    private static void write(JsonObjectWriter json, OutboundSettings settings) {
        CallType callType = settings.callType();
        json.string(FieldNames.CALL_TYPE, callType == null ? null : callType.code())
                .strings(FieldNames.CALLER_PRESENT, settings.displayNumbers())
                .strings(FieldNames.CALL_NUMBER, settings.softphoneNumbers())
                .string(FieldNames.CALL_NUMBER_DEFAULT, digits(settings.defaultSoftphoneNumber()))
                .string(FieldNames.CALLER_PRESENT_DEFAULT, digits(settings.defaultDisplayNumber()));
    }

    private static String digits(PhoneNumber number) {
        return number == null ? null : number.digits();
    }

    private static Optional<OfCreate> created(ReturnCode code, byte[] body) {
        return Optional.ofNullable(
                switch (code) {
                    case SUCCESS -> new Created(id(body));
                    case SETTINGS_EXIST -> new AlreadyExists();
                    case NUMBER_NOT_ALLOTTED -> new NumberNotAllotted();
                    case UNKNOWN_USER -> new UnknownUser();
                    default -> null;
                });
    }

    private static Optional<OfUpdate> updated(ReturnCode code, byte[] body) {
        return Optional.ofNullable(
                switch (code) {
                    case SUCCESS -> new Updated(id(body));
                    case ID_MISMATCH -> new IdMismatch();
                    case NUMBER_NOT_ALLOTTED -> new NumberNotAllotted();
                    case NO_SETTINGS -> new NoSettings();
                    case UNKNOWN_USER -> new UnknownUser();
                    default -> null;
                });
    }

    private static Optional<OfQuery> found(ReturnCode code, byte[] body) {
        return Optional.ofNullable(
                switch (code) {
                    case SUCCESS -> FoundDecoder.decode(body);
                    case NO_SETTINGS -> new NoSettings();
                    case UNKNOWN_USER -> new UnknownUser();
                    default -> null;
                });
    }

    private static Optional<OfDelete> deleted(ReturnCode code, byte[] body) {
        return Optional.ofNullable(
                switch (code) {
                    case SUCCESS -> new Deleted();
                    case NO_SETTINGS -> new NoSettings();
                    case UNKNOWN_USER -> new UnknownUser();
                    default -> null;
                });
    }

    private static long id(byte[] body) {
        String id = null;
        try (JsonBody json = new JsonBody(body)) {
            while (json.nextField()) {
                if (json.fieldName().equals(FieldNames.ID)) {
                    id = json.string();
                } else {
                    json.skip();
                }
            }
        }
        return Long.parseLong(id);
    }

    private SettingsCodec() {}
}
