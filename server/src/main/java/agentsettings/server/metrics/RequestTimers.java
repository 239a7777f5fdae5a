package agentsettings.server.metrics;

import agentsettings.server.observation.FinishedExchange;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The timers of requests by interface, operation, status and {@code returnCode}. A timer is made when it is first needed, and found from
 * then on by two look-ups of names that exist already. Safe for use by many threads.
 */
final class RequestTimers {

    private static final Duration[] TIMES = Metrics.millis(1, 2.5, 5, 10, 25, 50, 100, 250, 1000, 5000);

    private final Map<FinishedExchange.Door, Map<String, Map<String, Timer>>> byDoor =
            new EnumMap<>(FinishedExchange.Door.class);
    private final MeterRegistry registry;

    RequestTimers(MeterRegistry registry) {
        this.registry = registry;
        for (FinishedExchange.Door door : FinishedExchange.Door.values()) {
            byDoor.put(door, new ConcurrentHashMap<>());
        }
    }

    Timer of(FinishedExchange exchange) {
        Map<String, Map<String, Timer>> byOperation = byDoor.get(exchange.door());
        Map<String, Timer> byOutcome = byOperation.get(exchange.operation());
        if (byOutcome == null) {
            byOutcome = byOperation.computeIfAbsent(exchange.operation(), operation -> new ConcurrentHashMap<>());
        }
        String outcome = exchange.code().isEmpty() ? Integer.toString(exchange.status()) : exchange.code();
        Timer timer = byOutcome.get(outcome);
        return timer == null ? byOutcome.computeIfAbsent(outcome, first -> timer(exchange)) : timer;
    }

    private Timer timer(FinishedExchange exchange) {
        return Timer.builder("http.server.requests")
                .description("Time from the head of a request to its response")
                .tags(
                        "interface", exchange.door().label(),
                        "operation", exchange.operation(),
                        "status", Integer.toString(exchange.status()),
                        "return_code", exchange.code())
                .serviceLevelObjectives(TIMES)
                .register(registry);
    }
}
