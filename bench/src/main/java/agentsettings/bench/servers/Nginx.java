package agentsettings.bench.servers;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** nginx with one worker, which sends a fixed response to every POST, as long as a create's. */
public final class Nginx {

    /** Starts nginx. */
    public static Server start(Workspace workspace) throws IOException {
        int port = Workspace.freePort();
        Path folder = workspace.newFolder("nginx");
        try (InputStream template = Nginx.class.getResourceAsStream("/agentsettings/bench/nginx.conf")) {
            String text = new String(template.readAllBytes(), StandardCharsets.UTF_8);
            Files.writeString(folder.resolve("nginx.conf"), text.replace("@PORT@", Integer.toString(port)));
        }
        Process process = workspace.start(
                "nginx", new ProcessBuilder("nginx", "-p", folder.toString(), "-c", folder + "/nginx.conf"));
        return Server.accepting(port, process, workspace.log("nginx"));
    }

    private Nginx() {}
}
