package agentsettings.storage.tables;

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
        assertThat(NumbersCodec.decode(NumbersCodec.encode(numbers))).isEqualTo(numbers);
    }

    @Test
    void noNumbersAreAnEmptyText() {
        assertThat(NumbersCodec.encode(List.of())).isEmpty();
        assertThat(NumbersCodec.decode("")).isEmpty();
    }

    @Test
    void aColumnHoldsTheNumbersJoinedByCommas() {
        assertThat(NumbersCodec.encode(Samples.numbers("+0049", "233", "233"))).isEqualTo("+0049,233,233");
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
