package agentsettings.acceptance.corpus;

import agentsettings.acceptance.ChildJvm;
import agentsettings.acceptance.RawHttp;
import agentsettings.acceptance.ServerProcess;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The server that the corpus is played against, with the values that its variables have there: the one that
 * {@code -Dcorpus.base-url} names or, without it, a demo server of our own with one more app, of edition 2025.
 */
record CorpusTarget(URI base, Variables variables, Optional<ServerProcess> own) implements AutoCloseable {
    private static final Duration APP_KNOWN_WITHIN = Duration.ofSeconds(10);
    private static final long POLL_MILLIS = 50;

    static CorpusTarget open(List<String> database, Path emptyDirectory) throws IOException, InterruptedException {
        String url = System.getProperty("corpus.base-url");
        Variables variables = CorpusValues.forThisRun();
        return url == null
                ? startOwn(database, emptyDirectory, variables)
                : new CorpusTarget(URI.create(url), variables, Optional.empty());
    }

    @Override
    public void close() throws IOException {
        if (own.isPresent()) {
            own.get().close();
        }
    }

    private static CorpusTarget startOwn(List<String> database, Path directory, Variables variables)
            throws IOException, InterruptedException {
        ServerProcess server = ServerProcess.startDemo(database);
        CorpusTarget target = new CorpusTarget(server.base(), variables, Optional.of(server));
        try {
            Path secret = Files.write(directory.resolve("secret"), variables.bytes("{newAppSecret}"));
            List<String> create = List.of(
                    "app",
                    "create",
                    "--secret-file",
                    secret.toString(),
                    "--key",
                    variables.value("newAppKey"),
                    "--tenant",
                    variables.value("tenant"));
            ChildJvm.run(Stream.concat(create.stream(), database.stream()).toArray(String[]::new));
            target.awaitNewApp();
            return target;
        } catch (IOException | InterruptedException | RuntimeException | Error e) {
            server.close();
            throw e;
        }
    }

    private void awaitNewApp() throws IOException, InterruptedException {
        long deadline = System.nanoTime() + APP_KNOWN_WITHIN.toNanos();
        while (!knowsNewApp()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("the server gives the new app no token within " + APP_KNOWN_WITHIN);
            }
            Thread.sleep(POLL_MILLIS);
        }
    }

    private boolean knowsNewApp() throws IOException {
        byte[] body = variables.bytes("{\"app_key\":\"{newAppKey}\",\"app_secret\":\"{newAppSecret}\"}");
        try (RawHttp connection = RawHttp.connect(base)) {
            connection.send(RawHttp.request(
                    "POST", "/apigovernance/api/oauth/tokenByAkSk", Map.of("Content-Type", "application/json"), body));
            return connection.read().status() == 200;
        }
    }
}
