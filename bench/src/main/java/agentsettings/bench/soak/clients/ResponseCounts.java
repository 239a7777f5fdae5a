package agentsettings.bench.soak.clients;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The responses by operation, status and code, those that were expected and those that nothing explains. Safe for use by many threads.
 */
public final class ResponseCounts {

    private static final Pattern CODE =
            Pattern.compile("\"(?:returnCode|retcode)\":\"([^\"]*)\"|\"type\":\"urn:agentsettings:problem:([^\"]*)\"");
    private static final String REFUSED = "503 9001";
    private static final int SHOWN_MAX = 20;

    private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();
    private final Map<String, String> unexplained = new ConcurrentHashMap<>();
    private final LongAdder unexplainedCount = new LongAdder();

    /** The status of a response and its code, the text that is counted. */
    static String outcome(int status, String body) {
        Matcher code = CODE.matcher(body);
        return !code.find() ? status + "" : status + " " + (code.group(1) == null ? code.group(2) : code.group(1));
    }

    /**
     * Counts a response.
     *
     * @param expected the outcomes that are expected, besides that the service is overloaded
     * @return whether it is one of these, so that the request was executed as it should
     */
    boolean count(String operation, String outcome, String body, List<String> expected) {
        counts.computeIfAbsent(operation + " " + outcome, key -> new LongAdder())
                .increment();
        if (!expected.contains(outcome) && !isRefusal(outcome)) {
            unexplainedCount.increment();
            if (unexplained.size() < SHOWN_MAX) {
                unexplained.put(operation + " " + outcome, body);
            }
        }
        return expected.contains(outcome);
    }

    /** Counts something that is neither a response nor explained. */
    void fault(String operation, String what) {
        unexplainedCount.increment();
        if (unexplained.size() < SHOWN_MAX) {
            unexplained.put(operation, what);
        }
    }

    static boolean isRefusal(String outcome) {
        return outcome.equals(REFUSED) || outcome.equals("503 unavailable");
    }

    /** The number of responses so far, by operation and outcome. */
    public Map<String, Long> counts() {
        Map<String, Long> now = new TreeMap<>();
        counts.forEach((key, value) -> now.put(key, value.sum()));
        return now;
    }

    /** Responses that nothing explains: one of each kind. */
    public Map<String, String> unexplained() {
        return new TreeMap<>(unexplained);
    }

    public long unexplainedCount() {
        return unexplainedCount.sum();
    }
}
