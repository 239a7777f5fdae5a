package agentsettings.bench.servers;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;

/** A process that responds to each line with a line, and so has to warm up only once. Used by one thread. */
public record PersistentProcess(Process process, BufferedReader output, PrintWriter input, Path log) {

    /** Runs the class's main method in a new process and waits for its first line. */
    public static PersistentProcess start(Workspace workspace, String name, Class<?> main, String... arguments)
            throws IOException {
        Process process = workspace.start(name, new ProcessBuilder(workspace.java(main, arguments)));
        PersistentProcess started = new PersistentProcess(
                process, process.inputReader(), new PrintWriter(process.outputWriter(), true), workspace.log(name));
        started.readResponse();
        return started;
    }

    /** Sends a line and returns the response. */
    public String request(String line) throws IOException {
        input.println(line);
        return readResponse();
    }

    private String readResponse() throws IOException {
        String response = output.readLine();
        if (response == null) {
            throw new IOException(Files.readString(log));
        }
        return response;
    }
}
