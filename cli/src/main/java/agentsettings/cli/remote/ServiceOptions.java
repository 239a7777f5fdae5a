package agentsettings.cli.remote;

import agentsettings.cli.options.CommandFailure;
import agentsettings.cli.options.ProgramEnvironment;
import agentsettings.client.management.ManagementClient;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.Option;

/** The option that names a running service. Its key never is an option, since every user of the machine sees those. */
public final class ServiceOptions {

    static final String ADDRESS_VARIABLE = "AGENTSETTINGS_URL";
    static final String KEY_VARIABLE = "AGENTSETTINGS_KEY";

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "address of the management interface, such as http://127.0.0.1:8081 (default:"
                    + " AGENTSETTINGS_URL, then that of login); its key is in AGENTSETTINGS_KEY or from login")
    private String url;

    private final ProgramEnvironment environment;

    /** Called through a factory of the command line. */
    public ServiceOptions(ProgramEnvironment environment) {
        this.environment = environment;
    }

    boolean isGiven() {
        return url != null;
    }

    /** Whether anything says where a service is or with which key to call one. */
    boolean isKnown() {
        return isGiven()
                || environment.variable(ADDRESS_VARIABLE).isPresent()
                || environment.variable(KEY_VARIABLE).isPresent()
                || ProfileFile.of(environment.variables())
                        .map(ProfileFile::exists)
                        .orElse(false);
    }

    /**
     * Calls the service.
     *
     * @throws CommandFailure if there is no outcome
     */
    public <T> T call(Function<ManagementClient, T> work) {
        return connection().call(work);
    }

    /** The profile's key is sent only to the profile's address. */
    private ServiceConnection connection() {
        Optional<String> address = Optional.ofNullable(url).or(() -> environment.variable(ADDRESS_VARIABLE));
        Optional<String> key = environment.variable(KEY_VARIABLE);
        if (address.isPresent() && key.isPresent()) {
            return ServiceConnection.of(address.get(), addressSource(), key.get(), KEY_VARIABLE);
        }
        Optional<ServiceConnection> profile =
                ProfileFile.of(environment.variables()).flatMap(ProfileFile::read);
        if (address.isEmpty()) {
            ServiceConnection known = profile.orElseThrow(() -> new CommandFailure("No service is known; run"
                    + " \"agentsettings login\", or set " + ADDRESS_VARIABLE + " and " + KEY_VARIABLE + "."));
            return key.map(text -> ServiceConnection.of(known.address().toString(), "", text, KEY_VARIABLE))
                    .orElse(known);
        }
        String wanted = ServiceConnection.withoutEndingSlash(address.get());
        return profile.filter(known -> known.address().toString().equals(wanted))
                .orElseThrow(() -> new CommandFailure("No key for " + wanted + " is known; run \"agentsettings login"
                        + " --url " + wanted + "\", or set " + KEY_VARIABLE + "."));
    }

    private String addressSource() {
        return isGiven() ? "--url" : ADDRESS_VARIABLE;
    }
}
