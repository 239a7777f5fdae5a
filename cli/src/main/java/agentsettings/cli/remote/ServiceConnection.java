package agentsettings.cli.remote;

import agentsettings.cli.options.CommandFailure;
import agentsettings.client.ClientConfig;
import agentsettings.client.ClientException;
import agentsettings.client.management.ManagementClient;
import agentsettings.core.apps.ManagementKeyText;
import java.net.URI;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Where a running service is, and the key with which to call it. Immutable; its string form omits the secret.
 *
 * @param config with the address of the management interface
 */
record ServiceConnection(ClientConfig config, ManagementKeyText key) {

    /**
     * Reads an address and a key.
     *
     * @param addressSource what gave the address, for messages; so is {@code keySource}
     * @throws CommandFailure if one of them is not valid
     */
    static ServiceConnection of(String address, String addressSource, String key, String keySource) {
        Optional<ManagementKeyText> parsed = ManagementKeyText.parse(key);
        if (parsed.isEmpty()) {
            throw new CommandFailure(keySource + ": must be a management key: ask_, 8 characters, _ and its secret.");
        }
        return new ServiceConnection(config(address, addressSource), parsed.get());
    }

    private static ClientConfig config(String address, String source) {
        try {
            return ClientConfig.of(URI.create(withoutEndingSlash(address)));
        } catch (IllegalArgumentException e) {
            throw CommandFailure.ofUsage(List.of(
                    source + ": must be an address such as http://127.0.0.1:8081, without a user and a query."));
        }
    }

    /** Returns an address in the form in which addresses are compared. */
    static String withoutEndingSlash(String address) {
        return address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
    }

    URI address() {
        return config.address();
    }

    /**
     * Calls the service.
     *
     * @throws CommandFailure if there is no outcome
     */
    <T> T call(Function<ManagementClient, T> work) {
        try (ManagementClient client = new ManagementClient(config, key, InstantSource.system(), new SecureRandom())) {
            return work.apply(client);
        } catch (ClientException e) {
            throw ClientFailures.describe(e, address());
        }
    }
}
