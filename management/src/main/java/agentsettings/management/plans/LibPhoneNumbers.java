package agentsettings.management.plans;

import agentsettings.core.plans.PhoneNumbers;
import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber;
import com.google.i18n.phonenumbers.ShortNumberInfo;
import java.util.Optional;

/** The numbering plans that libphonenumber has. It loads each when a number needs it. Safe for use by many threads. */
final class LibPhoneNumbers implements PhoneNumbers {

    /** The library's code for no region. */
    private static final String NO_REGION = "ZZ";

    private final PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
    private final ShortNumberInfo shortNumbers = ShortNumberInfo.getInstance();

    @Override
    public boolean knowsRegion(String region) {
        return numbers.getSupportedRegions().contains(region);
    }

    @Override
    public Optional<String> e164(String number, Optional<String> region) {
        return parse(number, region.orElse(NO_REGION))
                .filter(numbers::isValidNumber)
                .map(parsed -> numbers.format(parsed, PhoneNumberFormat.E164));
    }

    private Optional<Phonenumber.PhoneNumber> parse(String number, String region) {
        try {
            return Optional.of(numbers.parse(number, region));
        } catch (NumberParseException noNumber) {
            return Optional.empty();
        }
    }

    @Override
    public ShortNumber shortNumber(String number, String region) {
        if (shortNumbers.isEmergencyNumber(number, region)) {
            return ShortNumber.EMERGENCY_SERVICE;
        }
        boolean isService = parse(number, region)
                .filter(parsed -> shortNumbers.isValidShortNumberForRegion(parsed, region))
                .filter(parsed -> isWhole(number, parsed))
                .isPresent();
        return isService ? ShortNumber.SERVICE : ShortNumber.NOTHING;
    }

    /** Whether the parser has not taken a first digit for a trunk prefix, which short numbers are dialled without. */
    private boolean isWhole(String number, Phonenumber.PhoneNumber parsed) {
        return numbers.getNationalSignificantNumber(parsed).equals(number);
    }
}
