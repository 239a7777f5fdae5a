package agentsettings.bench.servers;

import java.io.IOException;
import java.util.Map;

/** What a user would pick instead: a folder in {@code bench/peers} with the commands {@code build} and {@code start}. */
public final class Peer {

    /** Builds it when that wasn't done, and starts it; the environment is its own to read. */
    public static Server start(Workplace workplace, String name, Map<String, String> environment) throws IOException {
        String folder = workplace.home().resolve("peers").resolve(name).toString();
        Workplace.run(new ProcessBuilder(folder + "/build"));
        int port = Workplace.freePort();
        ProcessBuilder builder = new ProcessBuilder(folder + "/start");
        builder.environment().putAll(environment);
        builder.environment().put("PORT", Integer.toString(port));
        builder.environment().put("WORK", workplace.newFolder(name).toString());
        builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
        return Server.accepting(port, workplace.start(name, builder), workplace.log(name));
    }

    private Peer() {}
}
