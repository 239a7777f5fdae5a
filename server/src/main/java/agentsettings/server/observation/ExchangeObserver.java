package agentsettings.server.observation;

import java.util.List;

/** Is told of each request that has its response. Called on the thread that responded; must neither block nor throw. */
@FunctionalInterface
public interface ExchangeObserver {

    /** Notes that an exchange has finished. What it needs later, it must read now. */
    void finished(FinishedExchange exchange);

    /** One that tells all of these. */
    static ExchangeObserver all(List<ExchangeObserver> observers) {
        ExchangeObserver[] each = observers.toArray(ExchangeObserver[]::new);
        return exchange -> {
            for (ExchangeObserver observer : each) {
                observer.finished(exchange);
            }
        };
    }
}
