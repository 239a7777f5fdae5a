package peer.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import peer.settings.OutboundSettings;

/** The body of an update; what is null stays as it is. */
record UpdateRequest(
        @NotNull
        @Pattern(regexp = "[1-9][0-9]{0,17}|[1-8][0-9]{18}", message = "must be a number without leading zeros.")
        String id,

        @NotNull @Pattern(regexp = UserRequest.ID, message = UserRequest.ID_RULE)
        String userId,

        @Pattern(regexp = "[012]", message = "must be \"0\", \"1\" or \"2\".")
        String callType,

        @Size(max = Numbers.LIST_MAX)
        List<@NotNull @Pattern(regexp = Numbers.NUMBER, message = Numbers.NUMBER_RULE) String> callerPresent,

        @Size(max = Numbers.LIST_MAX)
        List<@NotNull @Pattern(regexp = Numbers.NUMBER, message = Numbers.NUMBER_RULE) String> callNumber,

        @Pattern(regexp = Numbers.NUMBER_OR_NONE, message = Numbers.NUMBER_RULE)
        String callNumberDefault,

        @Pattern(regexp = Numbers.NUMBER_OR_NONE, message = Numbers.NUMBER_RULE)
        String callerPresentDefault) {

    OutboundSettings changes() {
        return new OutboundSettings(callType, callerPresent, callNumber, callNumberDefault, callerPresentDefault);
    }
}
