package agentsettings.bench.jmh;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Request bodies: the vendor's examples, and a truncated one. */
final class Bodies {

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

    /** Lacks the closing brace. */
    static final byte[] BROKEN =
            new String(CREATE, UTF_8).stripTrailing().replace("}", "").getBytes(UTF_8);

    private Bodies() {}
}
