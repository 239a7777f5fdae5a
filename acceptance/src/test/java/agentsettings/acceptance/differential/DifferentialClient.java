package agentsettings.acceptance.differential;

import agentsettings.acceptance.differential.requests.KnownValues;
import agentsettings.acceptance.differential.requests.RandomRequests;
import agentsettings.acceptance.differential.requests.Request;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Sends the same random requests to both engines, one after the other, and compares the responses. For one thread. */
final class DifferentialClient implements AutoCloseable {

    private static final int REMEMBERED_MAX = 5_000;

    /** A request, and the response of both engines. */
    private record Exchange(int number, Request request, String response) {
        @Override
        public String toString() {
            return String.format(Locale.ROOT, "request %d: %s%n  -> %s", number, request, response);
        }
    }

    private final int client;
    private final EngineConnection embedded;
    private final EngineConnection postgres;
    private final RandomRequests requests;
    private final KnownValues known;
    private final Deque<Exchange> exchanges = new ArrayDeque<>();
    private int sent;

    DifferentialClient(int client, Engine embedded, Engine postgres, long seed) {
        this.client = client;
        this.embedded = new EngineConnection(embedded, client);
        this.postgres = new EngineConnection(postgres, client);
        this.known = new KnownValues(SeedData.idsOf(client));
        this.requests = new RandomRequests(client, new SplittableRandom(seed), known);
    }

    /** Sends one request to both; returns what is to be said when the engines differ. */
    Optional<String> next(Consumer<String> responses) throws IOException {
        Request request = requests.next();
        embedded.send(request);
        postgres.send(request);
        String response = embedded.read();
        String other = postgres.read();
        sent++;
        if (!response.equals(other)) {
            return Optional.of(String.format(
                    Locale.ROOT,
                    "client %d, request %d: %s%n  %s -> %s%n  %s -> %s%n%s",
                    client,
                    sent,
                    request,
                    embedded.engineName(),
                    response,
                    postgres.engineName(),
                    other,
                    related(request)));
        }
        responses.accept(response);
        known.learn(request, response);
        remember(new Exchange(sent, request, response));
        return Optional.empty();
    }

    Map<String, String> embeddedSymbols() {
        return embedded.symbols().byValue();
    }

    Map<String, String> postgresSymbols() {
        return postgres.symbols().byValue();
    }

    /** The requests before it that this one may depend on. */
    private String related(Request request) {
        List<Exchange> related = exchanges.stream()
                .filter(earlier -> earlier.request.isRelatedTo(request))
                .toList();
        return "Earlier requests about the same user or with the same key: " + related.size()
                + related.stream().map(exchange -> "\n" + exchange).collect(Collectors.joining());
    }

    private void remember(Exchange exchange) {
        exchanges.add(exchange);
        if (exchanges.size() > REMEMBERED_MAX) {
            exchanges.removeFirst();
        }
    }

    @Override
    public void close() throws IOException {
        embedded.close();
        postgres.close();
    }
}
