package agentsettings.storage.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import agentsettings.core.settings.PhoneNumber;
import agentsettings.storage.Samples;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Numbers come out of a column as they went in. */
class NumbersCodecTest {

    @Property(seed = "1")
    void aListComesOutAsItWentIn(@ForAll("numbers") List<PhoneNumber> numbers) {
        assertThat(NumbersCodec.list(NumbersCodec.of(numbers))).isEqualTo(numbers);
    }

    @Test
    void nothingAndNoNumbersAreToldApart() {
        assertThat(NumbersCodec.of((List<PhoneNumber>) null)).isNull();
        assertThat(NumbersCodec.list(null)).isNull();
        assertThat(NumbersCodec.of(List.of())).isEmpty();
        assertThat(NumbersCodec.list("")).isEmpty();
        assertThat(NumbersCodec.of((PhoneNumber) null)).isNull();
        assertThat(NumbersCodec.number(null)).isNull();
        assertThat(NumbersCodec.of(PhoneNumber.NONE)).isEmpty();
        assertThat(NumbersCodec.number("")).isEqualTo(PhoneNumber.NONE);
    }

    @Test
    void aColumnHoldsTheNumbersJoinedByCommas() {
        assertThat(NumbersCodec.of(Samples.numbers("+0049", "233", "233"))).isEqualTo("+0049,233,233");
    }

    @Provide
    Arbitrary<List<PhoneNumber>> numbers() {
        return Arbitraries.strings()
                .withChars("0123456789*#")
                .ofMinLength(1)
                .ofMaxLength(14)
                .flatMap(digits -> Arbitraries.of(digits, "+" + digits))
                .map(PhoneNumber::new)
                .list()
                .ofMaxSize(5);
    }
}
