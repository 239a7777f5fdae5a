package agentsettings.bench.servers;

import java.io.IOException;
import java.util.Map;

/** Another server for the same task: a folder in {@code bench/peers} with the commands {@code build} and {@code start}. */
public final class Peer {

    /** Builds the peer if necessary, and starts it with this environment. */
    public static Server start(Workspace workspace, String name, Map<String, String> environment) throws IOException {
        String folder = workspace.home().resolve("peers").resolve(name).toString();
        Workspace.run(new ProcessBuilder(folder + "/build"));
        int port = Workspace.freePort();
        ProcessBuilder builder = new ProcessBuilder(folder + "/start");
        builder.environment().putAll(environment);
        builder.environment().put("PORT", Integer.toString(port));
        builder.environment().put("WORK", workspace.newFolder(name).toString());
        builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
        return Server.accepting(port, workspace.start(name, builder), workspace.log(name));
    }

    private Peer() {}
}
