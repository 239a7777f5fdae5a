package agentsettings.cli;

import agentsettings.cli.db.DatabaseOptions;
import agentsettings.server.AgentSettingsServer;
import agentsettings.server.config.ConfigReader;
import agentsettings.server.config.ServerConfig;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.InstantSource;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Serves until the process is told to end; then answers what is under way, commits what is queued, and exits with 0. */
@Command(
        name = "serve",
        description = "Serves the interface until SIGTERM or Ctrl-C.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Every key of the configuration can be set in the file, as http.port=8080, and in the environment, as"
                    + " AGENTSETTINGS_HTTP_PORT=8080; options win over both."
        })
final class ServeCommand implements Callable<Integer> {

    private static final System.Logger LOG = System.getLogger(ServeCommand.class.getName());

    @Mixin
    private DatabaseOptions database;

    @Option(names = "--host", description = "address to listen on (default: 127.0.0.1)")
    private String host;

    @Option(names = "--port", description = "port to listen on, 0 for any that is free (default: 8080)")
    private Integer port;

    @Option(names = "--token-port", paramLabel = "PORT", description = "second port, for the token endpoint alone")
    private Integer tokenPort;

    @Option(names = "--demo", description = "adds an example app and users first; on a loopback address alone")
    private boolean demo;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        ConfigReader reader = reader();
        ServerConfig serverConfig = reader.read();
        if (demo) {
            requireLoopback(serverConfig.http().host());
        }
        logEffective(reader.effective());
        AgentSettingsServer server = AgentSettingsServer.start(serverConfig, demo, InstantSource.system());
        endWith(server);
        announce(server, serverConfig.http().host());
        new CountDownLatch(1).await();
        return 0;
    }

    private ConfigReader reader() {
        return database.configuration()
                .flag("http.host", host)
                .flag("http.port", port)
                .flag("http.token-port", tokenPort);
    }

    private void requireLoopback(String address) {
        try {
            if (InetAddress.getByName(address).isLoopbackAddress()) {
                return;
            }
        } catch (UnknownHostException e) {
            throw new ParameterException(spec.commandLine(), "--host: there is no host " + address + ".", e);
        }
        throw new ParameterException(
                spec.commandLine(),
                "--demo: refused on " + address + ", since the demo's secret is public; use a loopback address.");
    }

    private static void logEffective(Map<String, String> values) {
        new TreeMap<>(values).forEach((key, value) -> LOG.log(System.Logger.Level.INFO, "{0} = {1}", key, value));
    }

    /** The hook ends the process itself, because a JVM that ends by a signal can't exit with 0 otherwise. */
    private static void endWith(AgentSettingsServer server) {
        Runtime.getRuntime()
                .addShutdownHook(Thread.ofPlatform().name("shutdown").unstarted(() -> {
                    server.close();
                    Runtime.getRuntime().halt(0);
                }));
    }

    private void announce(AgentSettingsServer server, String address) {
        PrintWriter out = spec.commandLine().getOut();
        String shown = address.contains(":") ? "[" + address + "]" : address;
        server.tokenPort()
                .ifPresent(tokens -> LOG.log(
                        System.Logger.Level.INFO, "Tokens are issued on port {0} too", Integer.toString(tokens)));
        out.println("AgentSettings is listening on http://" + shown + ":" + server.port());
        out.flush();
    }
}
