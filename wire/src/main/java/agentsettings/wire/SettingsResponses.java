package agentsettings.wire;

import agentsettings.core.commands.CreateSettings;
import agentsettings.core.commands.DeleteSettings;
import agentsettings.core.commands.FindSettings;
import agentsettings.core.commands.UpdateSettings;
import agentsettings.core.numbers.UsedNumber;
import agentsettings.core.settings.AgentSettings;
import agentsettings.core.settings.OutboundSettings;
import agentsettings.core.settings.PhoneNumber;
import agentsettings.wire.json.JsonObjectWriter;
import agentsettings.wire.names.FieldNames;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;

/**
 * Encodes the outcomes of the four operations on settings, with the vendor's messages and order of fields. Stateless.
 */
public final class SettingsResponses {

    private static final DateTimeFormatter MILLISECONDS =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter(Locale.ROOT);

    public static Response created(CreateSettings.Outcome outcome) {
        return switch (outcome) {
            case CreateSettings.Created(long id, var _) -> success("The AgentSettings created successfully.", id);
            case CreateSettings.AlreadyExists() ->
                FailureResponses.of(
                        ReturnCode.SETTINGS_EXIST, "userId: this user already has settings; update or delete them.");
            case CreateSettings.NumberNotAllotted(var numbers) -> notAllotted(numbers.getFirst());
            case CreateSettings.UnknownUser() -> unknownUser();
            case CreateSettings.IdempotencyKeyReused() -> FailureResponses.idempotencyKeyReused();
        };
    }

    public static Response updated(UpdateSettings.Outcome outcome) {
        return switch (outcome) {
            case UpdateSettings.Updated(long id, var _) -> success("update success.", id);
            case UpdateSettings.NumberNotAllotted(var numbers) -> notAllotted(numbers.getFirst());
            case UpdateSettings.UnknownUser() -> unknownUser();
            case UpdateSettings.NoSettings() -> noSettings();
            case UpdateSettings.IdMismatch() ->
                FailureResponses.of(ReturnCode.ID_MISMATCH, "id: must be the id of this user's settings.");
        };
    }

    public static Response deleted(DeleteSettings.Outcome outcome) {
        return switch (outcome) {
            case DeleteSettings.Deleted() ->
                new Response(
                        ReturnCode.SUCCESS,
                        JsonObjectWriter.write(json -> json.string(FieldNames.RETURN_CODE, ReturnCode.SUCCESS.code())
                                .string(FieldNames.RETURN_DESC, "The AgentSettings delete successfully.")));
            case DeleteSettings.UnknownUser() -> unknownUser();
            case DeleteSettings.NoSettings() -> noSettings();
        };
    }

    /** Encodes the outcome of the query. The response repeats the user id of the query, which may be a SUM_USER_ID. */
    public static Response found(FindSettings query, FindSettings.Outcome outcome) {
        return switch (outcome) {
            case FindSettings.Found(AgentSettings settings) -> found(query, settings);
            case FindSettings.UnknownUser() -> unknownUser();
            case FindSettings.NoSettings() -> noSettings();
        };
    }

    private static Response found(FindSettings query, AgentSettings settings) {
        OutboundSettings outbound = settings.outbound();
        String callType =
                outbound.callType() == null ? null : outbound.callType().code();
        byte[] body = JsonObjectWriter.write(json -> json.string(FieldNames.RETURN_CODE, ReturnCode.SUCCESS.code())
                .strings(FieldNames.CALL_NUMBER, outbound.softphoneNumbers())
                .strings(FieldNames.CALLER_PRESENT, outbound.displayNumbers())
                .string(FieldNames.CALL_NUMBER_DEFAULT, number(outbound.defaultSoftphoneNumber()))
                .string(FieldNames.AGENT_NAME, settings.account())
                .string(FieldNames.ID, Long.toString(settings.id()))
                .string(FieldNames.USER_ID, query.user())
                .string(FieldNames.CALLER_PRESENT_DEFAULT, number(outbound.defaultDisplayNumber()))
                .string(FieldNames.RETURN_DESC, "query success")
                .string(FieldNames.CALL_TYPE, callType)
                .string(FieldNames.CREATE_TIME, MILLISECONDS.format(settings.createdAt()))
                .string("tenantId", query.tenantId()));
        return new Response(ReturnCode.SUCCESS, body);
    }

    private static String number(PhoneNumber number) {
        return number == null || number.isNone() ? null : number.digits();
    }

    private static Response success(String description, long id) {
        return new Response(
                ReturnCode.SUCCESS,
                JsonObjectWriter.write(json -> json.string(FieldNames.RETURN_CODE, ReturnCode.SUCCESS.code())
                        .string(FieldNames.RETURN_DESC, description)
                        .string(FieldNames.ID, Long.toString(id))));
    }

    private static Response notAllotted(UsedNumber used) {
        String name = FieldNames.of(used.field());
        String place = used.field().isList() ? name + "[" + used.index() + "]" : name;
        return FailureResponses.of(
                ReturnCode.NUMBER_NOT_ALLOTTED, place + ": must be a number that is allotted to the tenant space.");
    }

    private static Response unknownUser() {
        return FailureResponses.of(ReturnCode.UNKNOWN_USER, "userId: does not exist in the tenant space.");
    }

    private static Response noSettings() {
        return FailureResponses.of(ReturnCode.NO_SETTINGS, "userId: this user has no settings.");
    }

    private SettingsResponses() {}
}
