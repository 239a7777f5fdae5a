package agentsettings.core.plans;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Two invented networks, of Norway and of Sweden. A number has six digits that begin with 2 to 9. It is dialled with 0 before it or
 * without, from abroad with 00 or + and the country code 47 or 46. 112 is the emergency number, 118 a directory service.
 */
final class PlainNumberingPlans implements PhoneNumbers {

    private static final Pattern INTERNATIONAL = Pattern.compile("(?:\\+|00)(4[67][2-9][0-9]{5})");
    private static final Pattern NATIONAL = Pattern.compile("0?([2-9][0-9]{5})");

    @Override
    public boolean knowsRegion(String region) {
        return region.equals("NO") || region.equals("SE");
    }

    @Override
    public Optional<String> e164(String number, Optional<String> region) {
        Matcher international = INTERNATIONAL.matcher(number);
        if (international.matches() && (region.isPresent() || number.startsWith("+"))) {
            return Optional.of("+" + international.group(1));
        }
        Matcher national = NATIONAL.matcher(number);
        return region.isPresent() && national.matches()
                ? Optional.of((region.get().equals("NO") ? "+47" : "+46") + national.group(1))
                : Optional.empty();
    }

    @Override
    public ShortNumber shortNumber(String number, String region) {
        return switch (number) {
            case "112" -> ShortNumber.EMERGENCY_SERVICE;
            case "118" -> ShortNumber.SERVICE;
            default -> ShortNumber.NOTHING;
        };
    }
}
