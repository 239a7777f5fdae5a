package agentsettings.core.settings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The codes of call types are the vendor's. */
class CallTypeTest {

    @ParameterizedTest
    @CsvSource({"0, DIRECT", "1, BIDIRECTIONAL", "2, PASS_THROUGH"})
    void aCallTypeHasTheVendorsCode(String code, CallType callType) {
        assertThat(CallType.of(code)).contains(callType);
        assertThat(callType.code()).isEqualTo(code);
    }

    @ParameterizedTest
    @EnumSource
    void everyCallTypeIsFoundByItsCode(CallType callType) {
        assertThat(CallType.of(callType.code())).contains(callType);
    }

    @Test
    void anyOtherTextIsNotACallType() {
        assertThat(CallType.of("3")).isEmpty();
        assertThat(CallType.of("")).isEmpty();
        assertThat(CallType.of("00")).isEmpty();
    }
}
