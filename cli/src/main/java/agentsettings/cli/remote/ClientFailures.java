package agentsettings.cli.remote;

import agentsettings.cli.options.CommandFailure;
import agentsettings.client.ClientException;
import agentsettings.client.ClientException.Details;
import agentsettings.client.OutcomeUnknownException;
import agentsettings.client.Problem;
import agentsettings.client.RequestRejectedException;
import agentsettings.client.ServiceUnavailableException;
import java.net.URI;
import java.util.List;

/** Says in the words of the command line why a call has no outcome. Stateless. */
final class ClientFailures {

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
                        faults.stream().map(ServiceFaults::line).toList());
    }

    private ClientFailures() {}
}
