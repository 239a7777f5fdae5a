package agentsettings.storage;

import static org.assertj.core.api.Assertions.assertThat;

import agentsettings.core.commands.Command;
import agentsettings.core.commands.FindSettings;
import agentsettings.core.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** Takes a store and its model through the same steps and demands that they never differ. */
public final class StoreRun {

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-23T12:00:00.123Z"));
    private final StoreModel model;
    private final Engine engine;
    private Store store;

    private StoreRun(Engine engine) {
        this.engine = engine;
        this.model = new StoreModel(clock, engine.lanes());
        this.store = engine.open(clock);
    }

    /** Takes all steps, beginning with an empty database. */
    public static void requireAgreement(Engine engine, List<Step> steps) {
        StoreRun run = new StoreRun(engine);
        try {
            for (Step step : steps) {
                run.take(step);
                run.requireSameFinds();
            }
        } finally {
            run.store.close();
        }
        assertThat(engine.changeLog()).isEqualTo(run.model.changeLog());
        assertThat(engine.findings()).isEmpty();
    }

    private void take(Step step) {
        switch (step) {
            case Step.Burst(List<Wish> wishes) -> burst(wishes);
            case Step.Pass(Duration time) -> clock.move(time);
            case Step.Reopen() -> {
                store.close();
                clock.move(Duration.ofSeconds(1));
                store = engine.open(clock);
            }
        }
    }

    private void burst(List<Wish> wishes) {
        List<Command<?>> commands = new ArrayList<>();
        List<CompletableFuture<?>> outcomes = new ArrayList<>();
        for (Wish wish : wishes) {
            Command<?> command = wish.command(model);
            commands.add(command);
            CompletableFuture<?> outcome = store.write(command).toCompletableFuture();
            outcomes.add(outcome);
            if (engine.lanes() > 1) { // only commands of one lane keep their order
                outcome.join();
            }
        }
        for (int i = 0; i < commands.size(); i++) {
            model.require(commands.get(i), outcomes.get(i).join());
        }
    }

    private void requireSameFinds() {
        List<FindSettings> queries = Stream.concat(Steps.IDS.stream(), Stream.of("nobody"))
                .flatMap(user -> Stream.of(Samples.CALLER, Samples.OTHER_TENANT)
                        .map(caller -> new FindSettings(caller.tenantId(), user)))
                .toList();
        assertThat(queries)
                .map(query -> store.find(query).toCompletableFuture().join())
                .isEqualTo(queries.stream().map(model::find).toList());
    }
}
