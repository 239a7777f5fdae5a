package agentsettings.client.vendor;

import agentsettings.client.vendor.Outcome.Found;
import agentsettings.core.settings.CallType;
import agentsettings.core.settings.OutboundSettings;
import agentsettings.core.settings.PhoneNumber;
import agentsettings.wire.json.JsonBody;
import agentsettings.wire.names.FieldNames;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Decodes the settings in the response to a query, one field after another. Used once, by one thread. */
final class FoundDecoder {

    private String id;
    private String userId;
    private String account;
    private String createTime;
    private CallType callType;
    private List<PhoneNumber> displayNumbers;
    private List<PhoneNumber> softphoneNumbers;
    private PhoneNumber defaultDisplayNumber;
    private PhoneNumber defaultSoftphoneNumber;

    /**
     * Decodes the body.
     *
     * @throws agentsettings.wire.json.JsonException if a field has the wrong type
     * @throws IllegalArgumentException if a field is missing or its value is not valid
     */
    static Found decode(byte[] body) {
        FoundDecoder decoder = new FoundDecoder();
        try (JsonBody json = new JsonBody(body)) {
            while (json.nextField()) {
                decoder.field(json);
            }
        }
        return decoder.found();
    }

    private void field(JsonBody json) {
        switch (json.fieldName()) {
            case FieldNames.ID -> id = json.string();
            case FieldNames.USER_ID -> userId = json.string();
            case FieldNames.AGENT_NAME -> account = json.string();
            case FieldNames.CREATE_TIME -> createTime = json.string();
            case FieldNames.CALL_TYPE -> callType = callType(json.string());
            case FieldNames.CALLER_PRESENT -> displayNumbers = numbers(json.strings());
            case FieldNames.CALL_NUMBER -> softphoneNumbers = numbers(json.strings());
            case FieldNames.CALLER_PRESENT_DEFAULT -> defaultDisplayNumber = number(json.string());
            case FieldNames.CALL_NUMBER_DEFAULT -> defaultSoftphoneNumber = number(json.string());
            default -> json.skip();
        }
    }

    private Found found() {
        if (userId == null) {
            throw new IllegalArgumentException("no user");
        }
        OutboundSettings settings = new OutboundSettings(
                callType, displayNumbers, softphoneNumbers, defaultDisplayNumber, defaultSoftphoneNumber);
        return new Found(Long.parseLong(id), userId, Optional.ofNullable(account), settings, time(createTime));
    }

    private static CallType callType(String code) {
        return code == null ? null : CallType.of(code).orElseThrow(IllegalArgumentException::new);
    }

    private static List<PhoneNumber> numbers(List<String> texts) {
        return texts == null ? null : texts.stream().map(PhoneNumber::new).toList();
    }

    private static PhoneNumber number(String text) {
        return text == null ? null : new PhoneNumber(text);
    }

    /** The vendor does not say in which form it writes times; only ours is read. */
    private static Optional<Instant> time(String text) {
        try {
            return text == null ? Optional.empty() : Optional.of(Instant.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private FoundDecoder() {}
}
