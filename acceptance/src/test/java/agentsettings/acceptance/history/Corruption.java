package agentsettings.acceptance.history;

import agentsettings.acceptance.history.Request.Create;
import agentsettings.acceptance.history.Request.Query;
import agentsettings.acceptance.history.Request.Update;
import agentsettings.acceptance.history.Response.Created;
import agentsettings.acceptance.history.Response.Deleted;
import agentsettings.acceptance.history.Response.Found;
import agentsettings.acceptance.history.Response.Updated;
import agentsettings.acceptance.settings.Content;
import java.util.List;
import java.util.Objects;
import java.util.function.BiPredicate;
import java.util.random.RandomGenerator;

/** Changes one response of a history so that it is wrong for certain, given that no two writes say the same number. */
public enum Corruption {
    /** A read tells what an earlier read told, though an update has ended in between. */
    STALE_READ {
        @Override
        List<History> of(History history) {
            return laterReadsToldTheSame(history, Corruption::overwrites);
        }
    },
    /** A read tells what an earlier read told, though a delete has ended in between. */
    RESURRECTION {
        @Override
        List<History> of(History history) {
            return laterReadsToldTheSame(history, (write, _) -> write.response() instanceof Deleted);
        }
    },
    /** A read tells a number that was never written. */
    INVENTION {
        @Override
        List<History> of(History history) {
            Content invented = new Content(null, null, null, "*0*", null);
            return history.operations().stream()
                    .filter(operation -> operation.response() instanceof Found)
                    .map(read -> history.with(read, new Found(withContent(settings(read), invented))))
                    .toList();
        }
    },
    /** Two creates are told the same id. */
    ID_GIVEN_TWICE {
        @Override
        List<History> of(History history) {
            List<Operation> creates = history.operations().stream()
                    .filter(operation -> operation.response() instanceof Created)
                    .toList();
            return creates.stream()
                    .flatMap(one -> creates.stream()
                            .filter(other -> other.number() > one.number() && !haveOneKey(one, other))
                            .map(other -> history.with(other, one.response())))
                    .toList();
        }
    };

    /** All the ways in which it can be done. */
    abstract List<History> of(History history);

    /** One of the ways in which it can be done, or empty when the history gives no occasion. */
    public List<History> anyOf(History history, RandomGenerator random) {
        List<History> all = of(history);
        return all.isEmpty() ? all : List.of(all.get(random.nextInt(all.size())));
    }

    private static List<History> laterReadsToldTheSame(History history, BiPredicate<Operation, Settings> undoes) {
        List<Operation> operations = history.operations();
        return operations.stream()
                .filter(operation -> operation.response() instanceof Found)
                .flatMap(early -> operations.stream()
                        .filter(write -> early.precedes(write) && undoes.test(write, settings(early)))
                        .limit(1)
                        .flatMap(write -> operations.stream()
                                .filter(late -> late.hasResponse() && late.request() instanceof Query)
                                .filter(write::precedes)
                                .map(late -> history.with(late, early.response()))))
                .toList();
    }

    private static boolean overwrites(Operation write, Settings settings) {
        String said = settings.content().defaultDisplayNumber();
        return said != null
                && write.request() instanceof Update update
                && write.response() instanceof Updated
                && update.changes().defaultDisplayNumber() != null
                && !update.changes().defaultDisplayNumber().equals(said);
    }

    private static boolean haveOneKey(Operation one, Operation other) {
        return one.request() instanceof Create create
                && other.request() instanceof Create first
                && create.key() != null
                && Objects.equals(create.key(), first.key());
    }

    private static Settings settings(Operation read) {
        return ((Found) read.response()).settings();
    }

    private static Settings withContent(Settings settings, Content changes) {
        return new Settings(settings.id(), settings.content().with(changes));
    }
}
