package agentsettings.management.plans;

import static org.assertj.core.api.Assertions.assertThat;

import agentsettings.core.plans.PhoneNumbers.ShortNumber;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The forms in which numbers of many countries are written and dialled. */
class LibPhoneNumbersTest {

    private static final LibPhoneNumbers NUMBERS = new LibPhoneNumbers();
    private static final PhoneNumberUtil LIBRARY = PhoneNumberUtil.getInstance();
    private static final int LENGTH_MAX = 15;

    @ParameterizedTest
    @CsvSource({
        "DE, 03012345678, 0114930123456, +493012345678",
        "US, 2125551234, 0012125551234, +12125551234",
        "GB, 02079460018, 00442079460018, +442079460018",
        "FR, 0142685300, 0033142685300, +33142685300",
        "IT, 0612345678, 00390612345678, +390612345678",
        "ES, 912345678, 0034912345678, +34912345678",
        "CH, 0212345678, 0041212345678, +41212345678",
        "HU, 0612345678, 003612345678, +3612345678",
        "RU, 84951234567, 0074951234567, +74951234567",
        "CN, 01012345678, 00861012345678, +861012345678",
        "JP, 0312345678, 0081312345678, +81312345678",
        "KR, 022123456, 008222123456, +8222123456",
        "IN, 08041234567, 00918041234567, +918041234567",
        "SG, 61234567, 006561234567, +6561234567",
        "AU, 0212345678, 0061212345678, +61212345678",
        "ZA, 0101234567, 0027101234567, +27101234567",
        "BR, 01123456789, 00551123456789, +551123456789",
        "AR, 0111523456789, 005491123456789, +5491123456789",
        "MX, 5512345678, 00525512345678, +525512345678",
    })
    void theNationalAndTheInternationalFormAreOneNumber(String region, String national, String dialled, String e164) {
        String from = dialled.startsWith("011") ? "US" : "DE";
        assertThat(NUMBERS.e164(national, Optional.of(region))).contains(e164);
        if (!region.equals("DE")) {
            assertThat(NUMBERS.e164(dialled, Optional.of(from))).contains(e164);
        }
        assertThat(NUMBERS.e164(e164, Optional.of(region))).contains(e164);
        assertThat(NUMBERS.e164(e164, Optional.empty())).contains(e164);
        assertThat(NUMBERS.e164(national, Optional.empty())).isEmpty();
    }

    /** A number of one region that is dialled in another. */
    record Dialled(Phonenumber.PhoneNumber number, String region, String from) {}

    @Property(seed = "1", edgeCases = EdgeCasesMode.NONE)
    void soItIsInAllCountries(@ForAll("dialled") Dialled dialled) {
        String e164 = LIBRARY.format(dialled.number, PhoneNumberFormat.E164);
        String national = digits(LIBRARY.format(dialled.number, PhoneNumberFormat.NATIONAL));
        String abroad = digits(LIBRARY.formatOutOfCountryCallingNumber(dialled.number, dialled.from));
        Assume.that(national.length() <= LENGTH_MAX && abroad.length() <= LENGTH_MAX);

        assertThat(NUMBERS.e164(national, Optional.of(dialled.region))).contains(e164);
        assertThat(NUMBERS.e164(e164, Optional.of(dialled.from))).contains(e164);
        assertThat(List.of(national, abroad))
                .as("the allotted numbers that may be the same are found by their last digits")
                .allMatch(form -> form.endsWith(e164.substring(e164.length() - 4)));
    }

    private static String digits(String formatted) {
        return formatted.replaceAll("[^0-9+]", "");
    }

    @Provide
    Arbitrary<Dialled> dialled() {
        Arbitrary<String> regions = Arbitraries.of(new TreeSet<>(LIBRARY.getSupportedRegions()));
        Arbitrary<PhoneNumberType> types = Arbitraries.of(
                PhoneNumberType.FIXED_LINE, PhoneNumberType.MOBILE, PhoneNumberType.TOLL_FREE, PhoneNumberType.VOIP);
        return regions.flatMap(region -> types.flatMap(type -> regions.map(from -> {
                    Phonenumber.PhoneNumber example = LIBRARY.getExampleNumberForType(region, type);
                    return new Dialled(example, region, from);
                })))
                .filter(dialled -> dialled.number != null);
    }

    @Test
    void shortNumbersReachAServiceAnEmergencyServiceOrNothing() {
        assertThat(NUMBERS.shortNumber("110", "DE")).isEqualTo(ShortNumber.EMERGENCY_SERVICE);
        assertThat(NUMBERS.shortNumber("911", "US")).isEqualTo(ShortNumber.EMERGENCY_SERVICE);
        assertThat(NUMBERS.shortNumber("116117", "DE")).isEqualTo(ShortNumber.SERVICE);
        assertThat(NUMBERS.shortNumber("95588", "CN")).isEqualTo(ShortNumber.SERVICE);
        assertThat(NUMBERS.shortNumber("0116117", "DE")).isEqualTo(ShortNumber.NOTHING);
        assertThat(NUMBERS.shortNumber("500", "DE")).isEqualTo(ShortNumber.NOTHING);
        assertThat(NUMBERS.shortNumber("5", "DE")).isEqualTo(ShortNumber.NOTHING);
        assertThat(NUMBERS.shortNumber("123456789012345", "DE")).isEqualTo(ShortNumber.NOTHING);
    }

    @Test
    void whatIsNoNumberOfAnyNetworkHasNoE164() {
        assertThat(List.of("+999123456", "+1234", "+49110", "+0", "+12121212121", "500", "5", "00"))
                .allMatch(number -> NUMBERS.e164(number, Optional.of("DE")).isEmpty());
    }

    @Test
    void someRegionsHaveNoNumberingPlan() {
        assertThat(NUMBERS.knowsRegion("DE")).isTrue();
        assertThat(NUMBERS.knowsRegion("AQ")).isFalse();
    }
}
