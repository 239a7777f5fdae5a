package agentsettings.core.plans;

import agentsettings.core.plans.ParsedNumber.Kind;
import agentsettings.core.settings.PhoneNumber;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Parses numbers as they are dialled in a region, each only once. Used by one thread. */
final class NumberParser {

    private final PhoneNumbers numbers;
    private final Optional<String> region;
    private final Map<PhoneNumber, ParsedNumber> parsed = new HashMap<>();

    /** A parser for this region, null if it is not known. */
    NumberParser(PhoneNumbers numbers, String region) {
        this.numbers = numbers;
        this.region = Optional.ofNullable(region).filter(numbers::knowsRegion);
    }

    ParsedNumber parse(PhoneNumber number) {
        return parsed.computeIfAbsent(number, this::read);
    }

    private ParsedNumber read(PhoneNumber number) {
        String digits = number.digits();
        if (digits.indexOf('*') >= 0 || digits.indexOf('#') >= 0) {
            return new ParsedNumber(number, Kind.CODE, null);
        }
        boolean isInternational = digits.startsWith("+");
        if (region.isEmpty() && !isInternational) {
            return new ParsedNumber(number, Kind.UNRESOLVED, null);
        }
        return numbers.e164(digits, region)
                .map(e164 -> new ParsedNumber(number, Kind.PUBLIC, e164))
                .orElseGet(() -> new ParsedNumber(
                        number, isInternational ? Kind.INVALID : notPublic(digits, region.orElseThrow()), null));
    }

    private Kind notPublic(String digits, String region) {
        return switch (numbers.shortNumber(digits, region)) {
            case SERVICE -> Kind.SHORT;
            case EMERGENCY_SERVICE -> Kind.EMERGENCY;
            case NOTHING -> Kind.INTERNAL;
        };
    }
}
