package agentsettings.acceptance.history;

import agentsettings.acceptance.history.Request.Create;
import agentsettings.acceptance.history.Response.Created;
import agentsettings.acceptance.history.Response.Found;
import agentsettings.acceptance.history.Response.Updated;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The ids that may have been given by those creates of a history whose responses are unknown. */
final class UntoldIds {

    private final Map<String, Long> toldOfKey = new HashMap<>();
    private final Set<Long> toldOfNoCreate = new HashSet<>();

    UntoldIds(History history) {
        for (Operation operation : history.operations()) {
            switch (operation.response()) {
                case Found found -> toldOfNoCreate.add(found.settings().id());
                case Updated updated -> toldOfNoCreate.add(updated.id());
                case null, default -> {}
            }
        }
        for (Operation operation : history.operations()) {
            if (operation.response() instanceof Created created && operation.request() instanceof Create create) {
                toldOfNoCreate.remove(created.id());
                toldOfKey.put(create.key(), created.id());
            }
        }
    }

    /** The ids that an operation without a response may have given; one below 0 is an id that nobody was ever told. */
    List<Long> of(Operation unanswered) {
        if (!(unanswered.request() instanceof Create create)) {
            return List.of(unanswered.idGiven());
        }
        if (create.key() != null && toldOfKey.containsKey(create.key())) {
            return List.of(toldOfKey.get(create.key()));
        }
        List<Long> ids = new ArrayList<>(toldOfNoCreate);
        ids.add(unanswered.idGiven());
        return ids;
    }
}
