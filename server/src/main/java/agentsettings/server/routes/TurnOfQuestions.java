package agentsettings.server.routes;

import agentsettings.core.commands.FindSettings;
import agentsettings.core.store.Store;
import agentsettings.wire.SettingsResponses;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Asks the store at once for all that was asked in one turn of an event loop, since questions cost it less together. It is asked
 * when the last of them has come, so each sees every write that was answered before. Used by one event loop.
 */
final class TurnOfQuestions {

    private final Store store;
    private List<FindSettings> questions = new ArrayList<>();
    private List<Exchange> exchanges = new ArrayList<>();

    TurnOfQuestions(Store store) {
        this.store = store;
    }

    /** Answers the exchange when the turn is over. */
    void ask(FindSettings question, Exchange exchange) {
        if (questions.isEmpty()) {
            exchange.atEndOfTurn(this::answerAll);
        }
        questions.add(question);
        exchanges.add(exchange);
    }

    private void answerAll() {
        List<FindSettings> asked = questions;
        List<Exchange> waiting = exchanges;
        questions = new ArrayList<>(); // an answer may let its connection's next question in
        exchanges = new ArrayList<>();
        List<CompletionStage<FindSettings.Outcome>> outcomes = find(asked);
        for (int i = 0; i < outcomes.size(); i++) {
            FindSettings question = asked.get(i);
            waiting.get(i).answerWhen(outcomes.get(i), outcome -> SettingsResponses.found(question, outcome));
        }
    }

    /** Here, after the turn, nobody else would tell the callers what the store throws. */
    private List<CompletionStage<FindSettings.Outcome>> find(List<FindSettings> asked) {
        try {
            return store.find(asked);
        } catch (RuntimeException failure) {
            return Collections.nCopies(asked.size(), CompletableFuture.failedFuture(failure));
        }
    }
}
