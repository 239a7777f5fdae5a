package agentsettings.bench.servers;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** nginx with one worker, which answers every POST with a fixed answer as long as a create's. */
public final class Nginx {

    /** Starts it. */
    public static Server start(Workplace workplace) throws IOException {
        int port = Workplace.freePort();
        Path folder = workplace.newFolder("nginx");
        try (InputStream template = Nginx.class.getResourceAsStream("/agentsettings/bench/nginx.conf")) {
            String text = new String(template.readAllBytes(), StandardCharsets.UTF_8);
            Files.writeString(folder.resolve("nginx.conf"), text.replace("@PORT@", Integer.toString(port)));
        }
        Process process = workplace.start(
                "nginx", new ProcessBuilder("nginx", "-p", folder.toString(), "-c", folder + "/nginx.conf"));
        return Server.accepting(port, process, workplace.log("nginx"));
    }

    private Nginx() {}
}
