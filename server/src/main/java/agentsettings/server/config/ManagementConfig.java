package agentsettings.server.config;

import agentsettings.server.config.keys.ConfigKey;
import agentsettings.server.config.keys.ConfigValidator;
import java.nio.file.Path;
import java.util.OptionalInt;

/** The listener of the management interface and the console. */
public record ManagementConfig(
        @ConfigKey(
                value = "management.host",
                byDefault = "127.0.0.1",
                help = "address of the console and the management interface")
        String host,

        @ConfigKey(
                value = "management.port",
                byDefault = "8081",
                help = "port of the console and the management interface; 0 chooses a free one, empty disables it")
        OptionalInt port,

        @ConfigKey(
                value = "management.tls-certificate",
                byDefault = "",
                help =
                        "PEM file with the certificate chain, the server's certificate first; makes the port speak TLS only")
        Path tlsCertificate,

        @ConfigKey(
                value = "management.tls-key",
                byDefault = "",
                help = "PEM file with the private key of `management.tls-certificate`, without a passphrase")
        Path tlsKey,

        @ConfigKey(
                value = "management.tls-client-ca",
                byDefault = "",
                help =
                        "PEM file with the certificates of authorities; with it a client must present a certificate that one of them has issued, besides its credentials")
        Path tlsClientCa,

        @ConfigKey(
                value = "management.tls-client-names-key",
                byDefault = "false",
                help =
                        "if true, the common name (CN) of a client's certificate must be the id of a management key; such a client need not send the key")
        boolean tlsClientNamesKey) {

    public ManagementConfig {
        ConfigValidator validator =
                new ConfigValidator().require(!host.isBlank(), "management.host", "must not be empty.");
        port.ifPresent(number -> validator.requireBetween("management.port", number, 0, 65_535));
        validator
                .requireTogether("management.tls-certificate", tlsCertificate, "management.tls-key", tlsKey)
                .require(
                        tlsClientCa.toString().isEmpty()
                                || !tlsCertificate.toString().isEmpty(),
                        "management.tls-client-ca",
                        "takes management.tls-certificate.")
                .require(
                        !tlsClientNamesKey || !tlsClientCa.toString().isEmpty(),
                        "management.tls-client-names-key",
                        "takes management.tls-client-ca.")
                .throwIfInvalid();
    }

    /** Whether the port speaks TLS. */
    public boolean hasTls() {
        return !tlsCertificate.toString().isEmpty();
    }
}
