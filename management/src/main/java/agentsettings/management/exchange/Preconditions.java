package agentsettings.management.exchange;

import agentsettings.core.requests.Condition;
import agentsettings.management.problems.Fault;
import agentsettings.management.problems.ProblemException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The conditions of a request by its headers {@code If-Match} and {@code If-None-Match} (RFC 9110). Stateless. */
public final class Preconditions {

    private static final String IF_MATCH = "If-Match";
    private static final String IF_NONE_MATCH = "If-None-Match";
    private static final String ANY = "*";
    private static final Pattern TAG = Pattern.compile("\\G\\s*(W/)?\"([!#-~\\x80-\\xFF]*)\"\\s*(,|$)");

    /** The entity tag with this content. */
    public static String quoted(String tag) {
        return '"' + tag + '"';
    }

    /** The condition of a write. */
    public static Condition ofWrite(ApiRequest request) {
        Optional<String> match = request.parameter(IF_MATCH);
        Optional<String> noneMatch = request.parameter(IF_NONE_MATCH);
        if (match.isPresent() && noneMatch.isPresent()) {
            throw invalid(IF_MATCH, "must not be sent together with If-None-Match.");
        } else if (noneMatch.isPresent()) {
            if (!noneMatch.get().strip().equals(ANY)) {
                throw invalid(IF_NONE_MATCH, "must be * with this method.");
            }
            return new Condition.Absent();
        }
        if (match.isEmpty()) {
            return Condition.NONE;
        }
        boolean any = match.get().strip().equals(ANY);
        return any ? new Condition.Present() : new Condition.Version(tags(IF_MATCH, match.get(), true));
    }

    /** Whether the client has this version already. */
    public static boolean clientHas(ApiRequest request, String tag) {
        return request.parameter(IF_NONE_MATCH)
                .filter(text -> text.strip().equals(ANY)
                        || tags(IF_NONE_MATCH, text, false).contains(tag))
                .isPresent();
    }

    /** The tags of a list; a strong comparison leaves out the weak ones, which it never meets. */
    private static Set<String> tags(String header, String text, boolean strong) {
        Set<String> tags = new HashSet<>();
        Matcher matcher = TAG.matcher(text);
        int end = 0;
        while (matcher.find()) {
            if (!strong || matcher.group(1) == null) {
                tags.add(matcher.group(2));
            }
            end = matcher.end();
        }
        if (end < text.length()) {
            throw invalid(header, "must be * or entity tags in quotation marks, separated by commas.");
        }
        return tags;
    }

    private static ProblemException invalid(String header, String detail) {
        return ProblemException.invalid(List.of(Fault.ofParameter(header, detail)));
    }

    private Preconditions() {}
}
