package agentsettings.cli.app;

import agentsettings.cli.options.CommandFailure;
import agentsettings.cli.options.DatabaseOptions;
import agentsettings.cli.options.TenantOption;
import agentsettings.cli.remote.ServiceOrDatabase;
import agentsettings.client.management.ManagementClient;
import agentsettings.client.management.records.ClientApp;
import agentsettings.client.management.records.RecordOutcome.AlreadyExists;
import agentsettings.client.management.records.RecordOutcome.Created;
import agentsettings.client.management.records.Versioned;
import agentsettings.core.apps.App;
import agentsettings.core.apps.Edition;
import agentsettings.server.Databases;
import java.io.PrintWriter;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** Creates an app and shows its key and secret. */
@Command(
        name = "create",
        description = {
            "Creates an app. Shows its secret, which cannot be shown again.",
            "On the database, the tenant space is created too if it does not exist."
        },
        footer = {"", "Example:", "  agentsettings app create --tenant 202205116084 --key crm"})
final class AppCreateCommand implements Callable<Integer> {

    private static final int KEY_BYTES = 16;

    @Mixin
    private ServiceOrDatabase place;

    @Option(
            names = "--key",
            paramLabel = "KEY",
            converter = KeyConverter.class,
            description = "the app's key, 1 to 64 printable ASCII characters (default: a random one)")
    private String key;

    @Mixin
    private TenantOption tenant;

    @Option(
            names = "--edition",
            paramLabel = "YEAR",
            converter = EditionConverter.class,
            completionCandidates = EditionConverter.class,
            defaultValue = "2025",
            description = "edition of the vendor's interface. 2023: requires the app key, the token is optional; 2025:"
                    + " requires the token (default: ${DEFAULT-VALUE})")
    private Edition edition;

    @Mixin
    private AppSecret secret;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        String appKey = key == null ? randomKey() : key;
        Optional<String> shown = place.choose(client -> create(client, appKey), database -> create(database, appKey));
        PrintWriter out = spec.commandLine().getOut();
        out.println("app_key=" + appKey);
        shown.ifPresent(text -> out.println("app_secret=" + text));
        return 0;
    }

    private Optional<String> create(ManagementClient client, String appKey) {
        secret.requireNotGiven();
        TenantOption.require(tenant.id(), client);
        return switch (client.apps().create(appKey, tenant.id(), edition)) {
            case Created<ClientApp>(Versioned<ClientApp> now) -> now.record().secret();
            case AlreadyExists<ClientApp> _ -> throw taken(appKey);
        };
    }

    private Optional<String> create(DatabaseOptions database, String appKey) {
        String appSecret = secret.obtain();
        if (!database.inDirectoryWithHashes(
                Databases::openShared, (directory, hashes) -> directory.addApp(app(appKey, hashes.hash(appSecret))))) {
            throw taken(appKey);
        }
        return secret.isGiven() ? Optional.empty() : Optional.of(appSecret);
    }

    private static CommandFailure taken(String appKey) {
        return new CommandFailure("--key: the app " + appKey + " already exists.");
    }

    private App app(String appKey, String secretHash) {
        return App.create(
                appKey, tenant.id(), edition, secretHash, InstantSource.system().instant());
    }

    private static String randomKey() {
        byte[] bytes = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** Takes an app's key. */
    static final class KeyConverter implements ITypeConverter<String> {
        @Override
        public String convert(String text) {
            App.keyFault(text).ifPresent(fault -> {
                throw new TypeConversionException(fault);
            });
            return text;
        }
    }

    /** Takes the year of an edition. */
    static final class EditionConverter implements ITypeConverter<Edition>, Iterable<String> {

        @Override
        public Iterator<String> iterator() {
            return Arrays.stream(Edition.values())
                    .map(edition -> Integer.toString(edition.year()))
                    .iterator();
        }

        @Override
        public Edition convert(String text) {
            for (Edition edition : Edition.values()) {
                if (Integer.toString(edition.year()).equals(text)) {
                    return edition;
                }
            }
            throw new TypeConversionException("must be 2023 or 2025, got " + text + ".");
        }
    }
}
