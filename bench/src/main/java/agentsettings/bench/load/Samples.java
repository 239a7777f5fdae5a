package agentsettings.bench.load;

import agentsettings.core.settings.CallType;
import agentsettings.core.settings.OutboundSettings;
import agentsettings.core.settings.PhoneNumber;
import java.util.List;
import java.util.stream.Stream;

/** The settings that every create makes: those of the vendor's example, as a command, as a body and as columns. */
public final class Samples {

    /** The tenant space that users are seeded into. */
    public static final String TENANT = "202205116084";

    /** The app that calls. */
    public static final String APP = "demo-app";

    static final OutboundSettings SETTINGS = new OutboundSettings(
            CallType.BIDIRECTIONAL,
            numbers("12323", "232232", "12323", "12323"),
            numbers("12323", "232343", "233", "232343"),
            new PhoneNumber("1212121212"),
            new PhoneNumber("23232323"));

    static String userId(long number) {
        return String.format("10gg%016d", number);
    }

    /** The body of a create. */
    static String body(long user) {
        return "{\"userId\":\"" + userId(user) + "\",\"callType\":\"1\","
                + "\"callerPresent\":[\"12323\",\"232232\",\"12323\",\"12323\"],"
                + "\"callNumber\":[\"12323\",\"232343\",\"233\",\"232343\"],"
                + "\"callNumberDefault\":\"23232323\",\"callerPresentDefault\":\"1212121212\"}";
    }

    private static List<PhoneNumber> numbers(String... digits) {
        return Stream.of(digits).map(PhoneNumber::new).toList();
    }

    private Samples() {}
}
