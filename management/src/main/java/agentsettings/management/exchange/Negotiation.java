package agentsettings.management.exchange;

import agentsettings.management.problems.ProblemException;
import agentsettings.management.problems.ProblemType;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** Chooses media types by the headers {@code Accept} and {@code Content-Type}. Stateless. */
public final class Negotiation {

    private static final int EXACT = 2;
    private static final int OF_TYPE = 1;
    private static final int ANY = 0;
    private static final int NO_MATCH = -1;

    /**
     * The type of the response: the one that the client prefers, and of those that it prefers alike, the first.
     *
     * @param accept the header's values joined by commas, null if it was not sent
     * @param produced what can be produced; empty if there is no body
     * @return null if there is no body
     * @throws ProblemException if the client accepts none of them
     */
    public static String accepted(String accept, List<String> produced) {
        if (produced.isEmpty()) {
            return null;
        }
        if (accept == null || accept.isBlank()) {
            return produced.getFirst();
        }
        String best = null;
        double bestQuality = 0;
        for (String type : produced) {
            double quality = quality(accept, type);
            if (quality > bestQuality) {
                best = type;
                bestQuality = quality;
            }
        }
        if (best == null) {
            throw new ProblemException(
                    ProblemType.NOT_ACCEPTABLE, "Accept must allow " + String.join(" or ", produced) + ".");
        }
        return best;
    }

    /** The quality that the most specific range gives the type. */
    private static double quality(String accept, String type) {
        int specificity = NO_MATCH;
        double quality = 0;
        for (String range : accept.split(",", -1)) {
            String[] parts = range.split(";", -1);
            int match = match(parts[0].strip().toLowerCase(Locale.ROOT), type);
            if (match > specificity) {
                specificity = match;
                quality = quality(parts);
            }
        }
        return quality;
    }

    private static int match(String range, String type) {
        if (range.equals(type)) {
            return EXACT;
        } else if (range.equals("*/*")) {
            return ANY;
        }
        boolean ofType = range.endsWith("/*") && type.startsWith(range.substring(0, range.length() - 1));
        return ofType ? OF_TYPE : NO_MATCH;
    }

    private static double quality(String[] parts) {
        for (int i = 1; i < parts.length; i++) {
            String parameter = parts[i].strip().toLowerCase(Locale.ROOT);
            if (parameter.matches("q=[01](\\.[0-9]{0,3})?")) {
                return Double.parseDouble(parameter.substring(2));
            }
        }
        return 1;
    }

    /**
     * The type of a body, without parameters.
     *
     * @param contentType the header, null if it was not sent
     * @param encoding the header {@code Content-Encoding}, null if it was not sent
     * @param gzip whether the body may be packed
     * @throws ProblemException if it is none of those that are consumed, or is not in UTF-8
     */
    public static String consumed(String contentType, String encoding, boolean gzip, Collection<String> consumed) {
        String[] parts = contentType == null ? new String[] {""} : contentType.split(";", 2);
        String type = parts[0].strip().toLowerCase(Locale.ROOT);
        boolean utf8 = parts.length == 1
                || parts[1].replace("\"", "").strip().toLowerCase(Locale.ROOT).equals("charset=utf-8");
        boolean plain = encoding == null || encoding.equalsIgnoreCase("identity");
        boolean packed = gzip && isGzip(encoding);
        if (!consumed.contains(type) || !utf8 || !(plain || packed)) {
            throw new ProblemException(
                    ProblemType.UNSUPPORTED_MEDIA_TYPE,
                    "Content-Type must be " + String.join(" or ", consumed)
                            + (gzip
                                    ? ", in UTF-8; Content-Encoding may be gzip."
                                    : ", in UTF-8 and without Content-Encoding."));
        }
        return type;
    }

    /** Whether the header {@code Content-Encoding} says that the body is packed. */
    public static boolean isGzip(String encoding) {
        return "gzip".equalsIgnoreCase(encoding);
    }

    private Negotiation() {}
}
