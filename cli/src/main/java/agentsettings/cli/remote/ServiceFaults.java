package agentsettings.cli.remote;

import agentsettings.cli.options.OptionFaults;
import agentsettings.client.Problem;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says in the words of the command line what the service finds wrong with a value. Stateless. */
public final class ServiceFaults {

    /** The options whose names are not those of the interface. */
    private static final Map<String, String> OPTIONS = Map.of(
            "q", "--search",
            "tenantId", "--tenant",
            "name", "--user-name",
            "If-Match", "--if-version",
            "Last-Event-ID", "--after",
            "expiresAt", "--expires");

    private static final Pattern ELEMENT = Pattern.compile("/([^/]+)/([0-9]{1,4})");
    private static final Pattern CAPITAL = Pattern.compile("[A-Z]");

    /** Returns what is wrong, on one line, after the option that has the value. */
    public static String line(Problem.Fault fault) {
        String pointer = fault.pointer()
                .orElse("")
                .replaceFirst("^/patch/", "/")
                .replaceFirst("^/filter/q$", "/q")
                .replaceFirst("^/filter/", "/where-");
        Matcher element = ELEMENT.matcher(pointer);
        if (element.matches()) {
            return option(element.group(1)) + ": " + OptionFaults.ofElement(Integer.parseInt(element.group(2)))
                    + fault.detail();
        } else if (!pointer.isEmpty()) {
            return option(pointer.substring(1)) + ": " + fault.detail();
        }
        return fault.parameter().map(name -> option(name) + ": ").orElse("") + fault.detail();
    }

    /** The name of the option that has the value of a member or parameter: of displayNumbers, --display-numbers. */
    private static String option(String name) {
        String words =
                CAPITAL.matcher(name).replaceAll(letter -> "-" + letter.group().toLowerCase(Locale.ROOT));
        return OPTIONS.getOrDefault(name, "--" + words);
    }

    private ServiceFaults() {}
}
