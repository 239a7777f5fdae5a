package agentsettings.core.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Properties of merging changes into settings: null changes nothing, and of two changes the later wins. */
@PropertyDefaults(edgeCases = EdgeCasesMode.NONE) // too many for three parameters, and drawn often anyway
class OutboundSettingsTest {

    private static final OutboundSettings SAYS_NOTHING = new OutboundSettings(null, null, null, null, null);

    @Property(seed = "1")
    void emptyChangesHaveNoEffect(@ForAll("settings") OutboundSettings settings) {
        assertThat(settings.with(SAYS_NOTHING)).isEqualTo(settings);
        assertThat(SAYS_NOTHING.with(settings)).isEqualTo(settings);
    }

    @Property(seed = "2")
    void aRepeatedChangeHasNoFurtherEffect(
            @ForAll("settings") OutboundSettings settings, @ForAll("settings") OutboundSettings changes) {
        OutboundSettings once = settings.with(changes);

        assertThat(once.with(changes)).isEqualTo(once);
    }

    @Property(seed = "3")
    void mergingIsAssociative(
            @ForAll("settings") OutboundSettings settings,
            @ForAll("settings") OutboundSettings first,
            @ForAll("settings") OutboundSettings second) {
        assertThat(settings.with(first).with(second)).isEqualTo(settings.with(first.with(second)));
    }

    @Property(seed = "4")
    void ofTwoCompleteChangesTheLaterWins(
            @ForAll("settings") OutboundSettings settings,
            @ForAll("settings") OutboundSettings first,
            @ForAll("wholeSettings") OutboundSettings second) {
        assertThat(settings.with(first).with(second)).isEqualTo(second);
    }

    @Property(seed = "5")
    void eachFieldIsThatOfTheChangesOrUnchanged(
            @ForAll("settings") OutboundSettings settings, @ForAll("settings") OutboundSettings changes) {
        OutboundSettings after = settings.with(changes);

        assertThat(after.callType()).isEqualTo(either(changes.callType(), settings.callType()));
        assertThat(after.displayNumbers()).isEqualTo(either(changes.displayNumbers(), settings.displayNumbers()));
        assertThat(after.softphoneNumbers()).isEqualTo(either(changes.softphoneNumbers(), settings.softphoneNumbers()));
        assertThat(after.defaultDisplayNumber())
                .isEqualTo(either(changes.defaultDisplayNumber(), settings.defaultDisplayNumber()));
        assertThat(after.defaultSoftphoneNumber())
                .isEqualTo(either(changes.defaultSoftphoneNumber(), settings.defaultSoftphoneNumber()));
    }

    @Test
    void anEmptyListAndNoneReplaceAValue() {
        PhoneNumber number = new PhoneNumber("233");
        List<PhoneNumber> numbers = List.of(number, number);
        OutboundSettings settings = new OutboundSettings(CallType.DIRECT, numbers, numbers, number, number);
        OutboundSettings cleared =
                new OutboundSettings(CallType.DIRECT, List.of(), List.of(), PhoneNumber.NONE, PhoneNumber.NONE);

        assertThat(settings.with(new OutboundSettings(null, List.of(), List.of(), PhoneNumber.NONE, PhoneNumber.NONE)))
                .isEqualTo(cleared);
    }

    @Provide
    Arbitrary<OutboundSettings> settings() {
        return Combinators.combine(
                        callTypes().injectNull(0.4),
                        lists().injectNull(0.4),
                        lists().injectNull(0.4),
                        defaults().injectNull(0.4),
                        defaults().injectNull(0.4))
                .as(OutboundSettings::new);
    }

    @Provide
    Arbitrary<OutboundSettings> wholeSettings() {
        return Combinators.combine(callTypes(), lists(), lists(), defaults(), defaults())
                .as(OutboundSettings::new);
    }

    private static Arbitrary<CallType> callTypes() {
        return Arbitraries.of(CallType.class);
    }

    private static Arbitrary<List<PhoneNumber>> lists() {
        return numbers().list().ofMaxSize(OutboundSettings.NUMBERS_MAX);
    }

    private static Arbitrary<PhoneNumber> defaults() {
        return Arbitraries.oneOf(numbers(), Arbitraries.just(PhoneNumber.NONE));
    }

    private static Arbitrary<PhoneNumber> numbers() {
        return Arbitraries.strings().numeric().ofMinLength(1).ofMaxLength(15).map(PhoneNumber::new);
    }

    private static <T> T either(T changed, T current) {
        return changed == null ? current : changed;
    }
}
