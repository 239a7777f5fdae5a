package agentsettings.core.apps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import agentsettings.core.settings.PhoneNumber;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A tenant space has an id of 12 digits, a name of one line, a country and a number that can be dialled. */
final class TenantSpaceTest {

    private static final TenantSpace SPACE = space("Støtte Øst", "NO", new PhoneNumber("+4721000000"));

    @ParameterizedTest
    @ValueSource(strings = {"a\nb", "a\u0000", "a\u202Eb", "\uD800", "\u2028"})
    void aNameIsOneLineOfText(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> space(name, null, null))
                .withMessageStartingWith("name: must be one line of text; character ");
    }

    @Test
    void aNameHasUpTo128CharactersWhateverTheirWidth() {
        assertThat(space("😀".repeat(128), null, null).name()).hasSize(256);
        assertThat(space("", null, null).name()).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> space("😀".repeat(129), null, null))
                .withMessage("name: must be 0 to 128 characters, got 129.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "de", "DEU", "XX", "UK", "D E", "４９"})
    void aRegionIsACountryCodeInCapitals(String region) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> space("", region, null))
                .withMessageStartingWith("region: must be a country code");
    }

    @Test
    void anAccessCodeIsANumberThatCanBeDialled() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> space("", null, PhoneNumber.NONE))
                .withMessageStartingWith("access code: must be a phone number");
        for (String digits : new String[] {"", "+", "1234567890123456", "12a", "1+2", "１２"}) {
            assertThat(TenantSpace.accessCodeFault(digits)).isPresent();
        }
        assertThat(TenantSpace.accessCodeFault("+49#*")).isEmpty();
    }

    @Test
    void aChangeMakesTheNextVersionUnlessNothingChanges() {
        TenantSpace changed = SPACE.changedTo("Other", "NO", null, NumberCheck.ENFORCE);
        assertThat(changed)
                .isEqualTo(new TenantSpace(SPACE.id(), "Other", "NO", null, NumberCheck.ENFORCE, Instant.EPOCH, 2));
        assertThat(changed.changedTo("Other", "NO", null, NumberCheck.ENFORCE)).isSameAs(changed);
        assertThat(changed.tag()).isEqualTo("0-2").isNotEqualTo(SPACE.tag());
    }

    private static TenantSpace space(String name, String region, PhoneNumber accessCode) {
        return new TenantSpace("202205116084", name, region, accessCode, NumberCheck.OFF, Instant.EPOCH, 1);
    }
}
