package agentsettings.bench.servers;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;

/** A process of the bench's own that answers each line with a line, so that it needn't warm up anew each time. Used by one thread. */
public record StandingProcess(Process process, BufferedReader said, PrintWriter told, Path log) {

    /** Starts the class's main, which says that it is ready. */
    public static StandingProcess start(Workplace workplace, String name, Class<?> main, String... arguments)
            throws IOException {
        Process process = workplace.start(name, new ProcessBuilder(workplace.java(main, arguments)));
        StandingProcess standing = new StandingProcess(
                process, process.inputReader(), new PrintWriter(process.outputWriter(), true), workplace.log(name));
        standing.answer();
        return standing;
    }

    /** The answer to a line. */
    public String ask(String line) throws IOException {
        told.println(line);
        return answer();
    }

    private String answer() throws IOException {
        String answer = said.readLine();
        if (answer == null) {
            throw new IOException(Files.readString(log));
        }
        return answer;
    }
}
