package agentsettings.bench.jmh;

import static java.nio.charset.StandardCharsets.UTF_8;

import agentsettings.core.apps.Caller;
import agentsettings.core.settings.CallType;
import agentsettings.core.settings.OutboundSettings;
import agentsettings.core.settings.PhoneNumber;
import java.util.List;
import java.util.stream.Stream;

/** What the benches work on: the vendor's example, as bytes and as values. */
final class Samples {

    static final String TENANT = "202205116084";

    static final Caller CALLER = new Caller(TENANT, "demo-app");

    static final byte[] CREATE = """
            {
            "callType":"1",
            "userId":"10gg000000y6OOrNaUFs",
            "callerPresent":["12323","232232","12323","12323"],
            "callNumber":["12323","232343","233","232343"],
            "callNumberDefault":"23232323",
            "callerPresentDefault":"1212121212"
            }
            """.getBytes(UTF_8);

    static final byte[] UPDATE = """
            {
            "id":"1307145259662215169",
            "userId":"10gg000000y6OOrNaUFs",
            "callerPresent":["12323"],
            "callNumber":["12323","232343","233","239343"]
            }
            """.getBytes(UTF_8);

    static final byte[] USER = "{\"userId\":\"10gg000000y6OOrNaUFs\"}".getBytes(UTF_8);

    /** The brace at its end is missing. */
    static final byte[] BROKEN =
            new String(CREATE, UTF_8).stripTrailing().replace("}", "").getBytes(UTF_8);

    static final OutboundSettings OUTBOUND = new OutboundSettings(
            CallType.BIDIRECTIONAL,
            numbers("12323", "232232", "12323", "12323"),
            numbers("12323", "232343", "233", "232343"),
            new PhoneNumber("1212121212"),
            new PhoneNumber("23232323"));

    private static List<PhoneNumber> numbers(String... digits) {
        return Stream.of(digits).map(PhoneNumber::new).toList();
    }

    private Samples() {}
}
