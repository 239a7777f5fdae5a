package agentsettings.bench.load;

import agentsettings.core.apps.Caller;
import agentsettings.core.settings.CallType;
import agentsettings.core.settings.OutboundSettings;
import agentsettings.core.settings.PhoneNumber;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The caller, and the settings that every create stores: those of the vendor's example. */
public final class Samples {

    /** The tenant space that users are seeded into. */
    public static final String TENANT = "202205116084";

    /** The calling app. */
    public static final Caller CALLER = Caller.ofApp(TENANT, "demo-app");

    /** The settings of every create. */
    public static final OutboundSettings SETTINGS = new OutboundSettings(
            CallType.BIDIRECTIONAL,
            numbers("12323", "232232", "12323", "12323"),
            numbers("12323", "232343", "233", "232343"),
            new PhoneNumber("1212121212"),
            new PhoneNumber("23232323"));

    /** The USER_ID of the user of this number. */
    public static String userId(long number) {
        return String.format(Locale.ROOT, "10gg%016d", number);
    }

    /** The body of a create. */
    public static byte[] body(long user) {
        String body = "{\"userId\":\"" + userId(user) + "\",\"callType\":\"1\","
                + "\"callerPresent\":[\"12323\",\"232232\",\"12323\",\"12323\"],"
                + "\"callNumber\":[\"12323\",\"232343\",\"233\",\"232343\"],"
                + "\"callNumberDefault\":\"23232323\",\"callerPresentDefault\":\"1212121212\"}";
        return body.getBytes(StandardCharsets.US_ASCII);
    }

    private static List<PhoneNumber> numbers(String... digits) {
        return Stream.of(digits).map(PhoneNumber::new).toList();
    }

    private Samples() {}
}
