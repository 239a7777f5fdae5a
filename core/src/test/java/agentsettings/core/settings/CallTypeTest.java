package agentsettings.core.settings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The digits that stand for call types are the vendor's. */
class CallTypeTest {

    @ParameterizedTest
    @CsvSource({"0, DIRECT", "1, BIDIRECTIONAL", "2, PASS_THROUGH"})
    void aCallTypeIsKnownByTheVendorsDigit(String code, CallType callType) {
        assertThat(CallType.of(code)).contains(callType);
        assertThat(callType.code()).isEqualTo(code);
    }

    @ParameterizedTest
    @EnumSource
    void everyCallTypeIsFoundByItsDigit(CallType callType) {
        assertThat(CallType.of(callType.code())).contains(callType);
    }

    @Test
    void anythingElseIsNoCallType() {
        assertThat(CallType.of("3")).isEmpty();
        assertThat(CallType.of("")).isEmpty();
        assertThat(CallType.of("00")).isEmpty();
    }
}
