package agentsettings.cli.remote;

import agentsettings.cli.options.CommandFailure;
import agentsettings.cli.options.OptionFaults;
import agentsettings.client.ClientException;
import agentsettings.client.ClientException.Details;
import agentsettings.client.OutcomeUnknownException;
import agentsettings.client.Problem;
import agentsettings.client.RequestRejectedException;
import agentsettings.client.ServiceUnavailableException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says in the words of the command line why a call has no outcome. Stateless. */
final class ClientFailures {

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

    static CommandFailure describe(ClientException failure, URI address) {
        Details details = failure.details();
        return switch (failure) {
            case RequestRejectedException _ -> rejected(details, address);
            case ServiceUnavailableException _
            when details.status().isPresent() ->
                new CommandFailure("The service at " + address + " is not available: " + details.description());
            case ServiceUnavailableException _ ->
                new CommandFailure("The service at " + address + " can't be reached: " + details.description());
            case OutcomeUnknownException _ ->
                new CommandFailure("It is not known whether the service at " + address + " has done it: "
                        + details.description() + " Look before you try again.");
        };
    }

    private static CommandFailure rejected(Details details, URI address) {
        if (details.code().filter("not-authenticated"::equals).isPresent()) {
            return new CommandFailure("The service at " + address + " does not accept the key.");
        }
        List<Problem.Fault> faults = details.problem().map(Problem::errors).orElse(List.of());
        return faults.isEmpty()
                ? new CommandFailure(details.problem().map(Problem::detail).orElse(details.description()))
                : CommandFailure.ofUsage(
                        faults.stream().map(ClientFailures::line).toList());
    }

    private static String line(Problem.Fault fault) {
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

    private ClientFailures() {}
}
