package agentsettings.acceptance.corpus;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The values of the corpus' variables: those of the demo data, each replaceable by {@code -Dcorpus.<variable>=…}. */
final class CorpusValues {
    private static final String PREFIX = "corpus.";
    private static final Set<String> OTHER_PROPERTIES = Set.of("base-url", "refresh");
    private static final int DEMO_USERS = 20;

    private CorpusValues() {}

    static Variables forThisRun() {
        Map<String, String> values = ofDemo();
        for (String property : System.getProperties().stringPropertyNames()) {
            String name = property.startsWith(PREFIX) ? property.substring(PREFIX.length()) : "";
            if (values.replace(name, System.getProperty(property)) == null && isUnknown(name)) {
                throw new IllegalArgumentException(
                        property + " is no variable of the corpus; it has " + new TreeSet<>(values.keySet()));
            }
        }
        return new Variables(values);
    }

    private static boolean isUnknown(String name) {
        return !name.isEmpty() && !OTHER_PROPERTIES.contains(name);
    }

    private static Map<String, String> ofDemo() {
        Map<String, String> values = new TreeMap<>(Map.of(
                "appKey", "demo-app",
                "appSecret", "demo-app-secret-for-local-use-only",
                "newAppKey", "edition-2025-app",
                "newAppSecret", "edition-2025-app-secret-of-the-corpus",
                "tenant", "202205116084",
                "vendorUser", "10gg000000y6OOrNaUFs",
                "vendorSumUser", "1652268429538866153",
                "vendorAccount", "y111",
                "vendorNumericUser", "1660270845627002401",
                "vendorNumericAccount", "y112"));
        for (int i = 1; i <= DEMO_USERS; i++) {
            values.put(
                    String.format(Locale.ROOT, "user%02d", i), String.format(Locale.ROOT, "10gg000000demoUser%02d", i));
            values.put(
                    String.format(Locale.ROOT, "sumUser%02d", i),
                    String.format(Locale.ROOT, "17000000000000000%02d", i));
            values.put(String.format(Locale.ROOT, "account%02d", i), String.format(Locale.ROOT, "demo%02d", i));
        }
        return values;
    }
}
