package agentsettings.acceptance.settings;

import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What settings say, each part as its column holds it: lists joined by commas, null where nothing was ever said. */
public record Content(
        String callType,
        String displayNumbers,
        String softphoneNumbers,
        String defaultDisplayNumber,
        String defaultSoftphoneNumber) {

    private static final int NUMBERS_MAX = 5;
    private static final long NUMBER_BOUND = 1_000_000_000_000_000L;

    public static Content random(RandomGenerator random) {
        return new Content(
                orNothing(random, String.valueOf(random.nextInt(3))),
                orNothing(random, numbers(random)),
                orNothing(random, numbers(random)),
                orNothing(random, number(random)),
                orNothing(random, random.nextBoolean() ? number(random) : ""));
    }

    /** This content after an update: what the changes don't say stays. */
    public Content with(Content changes) {
        return new Content(
                orElse(changes.callType, callType),
                orElse(changes.displayNumbers, displayNumbers),
                orElse(changes.softphoneNumbers, softphoneNumbers),
                orElse(changes.defaultDisplayNumber, defaultDisplayNumber),
                orElse(changes.defaultSoftphoneNumber, defaultSoftphoneNumber));
    }

    /** This content as a query tells it: a default that was taken away is left out. */
    public Content told() {
        return new Content(
                callType,
                displayNumbers,
                softphoneNumbers,
                noneIfEmpty(defaultDisplayNumber),
                noneIfEmpty(defaultSoftphoneNumber));
    }

    private static String noneIfEmpty(String number) {
        return number == null || number.isEmpty() ? null : number;
    }

    private static String orElse(String changed, String current) {
        return changed != null ? changed : current;
    }

    private static String orNothing(RandomGenerator random, String value) {
        return random.nextInt(4) == 0 ? null : value;
    }

    private static String numbers(RandomGenerator random) {
        return IntStream.range(0, random.nextInt(NUMBERS_MAX + 1))
                .mapToObj(i -> number(random))
                .collect(Collectors.joining(","));
    }

    private static String number(RandomGenerator random) {
        return Long.toString(random.nextLong(NUMBER_BOUND));
    }
}
