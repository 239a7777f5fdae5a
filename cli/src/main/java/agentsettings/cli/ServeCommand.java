package agentsettings.cli;

import static agentsettings.server.security.KeyAuthenticator.DEMO_KEY;

import agentsettings.cli.logging.Logging;
import agentsettings.cli.systemd.SystemdNotifier;
import agentsettings.management.Management;
import agentsettings.server.AgentSettingsServer;
import agentsettings.server.Databases;
import agentsettings.server.config.ConfigReader;
import agentsettings.server.config.ManagementConfig;
import agentsettings.server.config.ServerConfig;
import agentsettings.server.config.Setting;
import agentsettings.server.http.transport.Transports;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * Serves until the process is told to stop. Then completes the requests under way, commits what is queued, and exits with 0; with 1 if the
 * drain timeout was not enough for that.
 */
@Command(
        name = "serve",
        description = "Serves the interface until SIGTERM or Ctrl-C.",
        footer = {
            "",
            "Every configuration key can be set in the file, as http.port=8080, and in the environment, as"
                    + " AGENTSETTINGS_HTTP_PORT=8080. The environment overrides the file, and options override both.",
            "",
            "The log goes to standard error. Its first line has the version, the address, the transport, the database"
                    + " and the keys that are set. \"agentsettings config\" shows the whole configuration."
        })
final class ServeCommand implements Callable<Integer> {

    private static final System.Logger LOG = System.getLogger(ServeCommand.class.getName());

    /** An event loop that does nothing for longer is stuck. */
    private static final Duration RESPONSE_MAX = Duration.ofSeconds(5);

    @Mixin
    private ServerOptions options;

    @Option(
            names = "--demo",
            description =
                    "serves a demo, with an example app and users; allowed only on a loopback address and an empty database")
    private boolean demo;

    @Spec
    private CommandSpec spec;

    private Management management;

    @Override
    public Integer call() throws InterruptedException {
        ConfigReader reader = options.configuration();
        ServerConfig config = reader.read();
        if (demo) {
            requireLoopback("--host", config.http().host());
            requireLoopback("management.host", config.management().host());
        }
        Logging.setFormat(config.log().format());
        logStart(config, reader.settings());
        AgentSettingsServer server = start(config);
        SystemdNotifier systemd = SystemdNotifier.of(System.getenv());
        stopOnShutdown(server, systemd);
        announce(server, config);
        systemd.ready(() -> server.isResponsive(RESPONSE_MAX));
        new CountDownLatch(1).await();
        return 0;
    }

    private AgentSettingsServer start(ServerConfig config) {
        Logging.ofLibraries();
        InstantSource clock = InstantSource.system();
        if (config.management().port().isEmpty()) {
            return AgentSettingsServer.start(config, demo, clock);
        }
        management = new Management();
        return AgentSettingsServer.start(config, demo, clock, management::door);
    }

    private void requireLoopback(String option, String address) {
        try {
            if (InetAddress.getByName(address).isLoopbackAddress()) {
                return;
            }
        } catch (UnknownHostException e) {
            throw new ParameterException(spec.commandLine(), option + ": unknown host " + address + ".", e);
        }
        throw new ParameterException(
                spec.commandLine(),
                "--demo: not allowed on " + address + ", because the demo's secret is public; use a loopback address.");
    }

    private void logStart(ServerConfig config, List<Setting> settings) {
        String set =
                settings.stream().filter(Setting::isSet).map(Setting::toString).collect(Collectors.joining(", "));
        LOG.log(
                System.Logger.Level.INFO,
                "Starting {0} at {1} by {2}, database {3}{4}; {5}",
                Version.text(),
                address(config.http().host(), config.http().port()),
                Transports.describe(config.http().transport()),
                Databases.describe(config.storage()),
                demo ? ", with demo data" : "",
                set.isEmpty() ? "every key has its default" : "set: " + set);
    }

    /** The hook ends the process itself, because a JVM that is ended by a signal cannot choose its exit code otherwise. */
    private static void stopOnShutdown(AgentSettingsServer server, SystemdNotifier systemd) {
        Runtime.getRuntime()
                .addShutdownHook(Thread.ofPlatform().name("shutdown").unstarted(() -> {
                    systemd.stopping();
                    boolean complete = server.stop();
                    Logging.flush();
                    Runtime.getRuntime().halt(complete ? 0 : 1);
                }));
    }

    private void announce(AgentSettingsServer server, ServerConfig config) {
        String host = config.http().host();
        server.tokenPort()
                .ifPresent(port -> LOG.log(
                        System.Logger.Level.INFO,
                        "The token endpoint also listens on {0}{1}",
                        scheme(config.http().hasTls()),
                        address(host, port)));
        Logging.flush(); // so that the log of the start is complete when the next lines appear
        PrintWriter out = spec.commandLine().getOut();
        server.managementPort().ifPresent(port -> announceConsole(config.management(), port, out));
        out.println("AgentSettings is listening on " + scheme(config.http().hasTls()) + address(host, server.port()));
        out.flush();
    }

    private void announceConsole(ManagementConfig config, int port, PrintWriter out) {
        String base = scheme(config.hasTls()) + address(config.host(), port);
        out.println("The console and the management API are at " + base);
        if (demo) {
            out.println("To sign in to the console, open " + base + management.signInPath(DEMO_KEY.id()));
        }
    }

    private static String scheme(boolean tls) {
        return tls ? "https://" : "http://";
    }

    private static String address(String host, int port) {
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }
}
