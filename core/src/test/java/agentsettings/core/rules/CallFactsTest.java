package agentsettings.core.rules;

import static org.assertj.core.api.Assertions.assertThat;

import agentsettings.core.settings.CallType;
import agentsettings.core.settings.OutboundSettings;
import agentsettings.core.settings.PhoneNumber;
import agentsettings.core.users.UserStatus;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** When a call could not be placed. */
final class CallFactsTest {

    private static final PhoneNumber NUMBER = new PhoneNumber("12323");
    private static final List<PhoneNumber> NUMBERS = List.of(NUMBER);

    private static boolean fails(OutboundSettings settings, boolean hasAccessCode) {
        return CallFacts.of(settings, UserStatus.ACTIVE).callWouldFail(hasAccessCode);
    }

    private static OutboundSettings bidirectional(List<PhoneNumber> softphones, PhoneNumber byDefault) {
        return new OutboundSettings(CallType.BIDIRECTIONAL, NUMBERS, softphones, null, byDefault);
    }

    @Test
    void aNumberMustBePresentable() {
        assertThat(fails(new OutboundSettings(null, null, null, null, null), false))
                .isTrue();
        assertThat(fails(new OutboundSettings(CallType.DIRECT, List.of(), NUMBERS, PhoneNumber.NONE, NUMBER), false))
                .isTrue();
        assertThat(fails(new OutboundSettings(null, null, null, null, null), true))
                .isFalse();
        assertThat(fails(new OutboundSettings(null, NUMBERS, null, null, null), false))
                .isFalse();
        assertThat(fails(new OutboundSettings(null, List.of(), null, NUMBER, null), false))
                .isFalse();
    }

    @Test
    void onlyABidirectionalCallTakesASoftphone() {
        assertThat(fails(bidirectional(null, null), true)).isTrue();
        assertThat(fails(bidirectional(List.of(), PhoneNumber.NONE), true)).isTrue();
        assertThat(fails(bidirectional(NUMBERS, null), true)).isFalse();
        assertThat(fails(bidirectional(null, NUMBER), true)).isFalse();
        assertThat(fails(new OutboundSettings(CallType.PASS_THROUGH, NUMBERS, null, null, null), false))
                .isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void theUserMustBeActive(UserStatus status) {
        OutboundSettings settings = new OutboundSettings(CallType.DIRECT, NUMBERS, null, null, null);
        assertThat(CallFacts.of(settings, status).callWouldFail(true)).isEqualTo(status != UserStatus.ACTIVE);
        assertThat(CallFacts.of(settings, null).callWouldFail(true)).isTrue();
    }
}
