package peer.settings;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import java.util.List;

/** An agent's settings for outbound calls. A null field is not set; an empty list is set to no numbers. */
@Embeddable
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OutboundSettings(
        String callType,

        @Column(name = "display_numbers") @Convert(converter = NumbersConverter.class)
        List<String> callerPresent,

        @Column(name = "softphone_numbers") @Convert(converter = NumbersConverter.class)
        List<String> callNumber,

        @Column(name = "default_softphone_number") String callNumberDefault,
        @Column(name = "default_display_number") String callerPresentDefault) {

    static final OutboundSettings NONE = new OutboundSettings(null, null, null, null, null);

    /** Applies the changes that aren't null; an empty default removes the default. */
    OutboundSettings with(OutboundSettings changes) {
        return new OutboundSettings(
                changed(callType, changes.callType),
                changed(callerPresent, changes.callerPresent),
                changed(callNumber, changes.callNumber),
                changedDefault(callNumberDefault, changes.callNumberDefault),
                changedDefault(callerPresentDefault, changes.callerPresentDefault));
    }

    private static <T> T changed(T value, T change) {
        return change == null ? value : change;
    }

    private static String changedDefault(String value, String change) {
        return "".equals(change) ? null : changed(value, change);
    }
}
