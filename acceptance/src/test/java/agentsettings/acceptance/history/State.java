package agentsettings.acceptance.history;

import agentsettings.acceptance.history.Request.Create;
import agentsettings.acceptance.history.Request.Delete;
import agentsettings.acceptance.history.Request.Query;
import agentsettings.acceptance.history.Request.Update;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** The sequential model of one user's settings. Immutable. */
final class State {

    static final State NOTHING = new State(null, Set.of(), Map.of());

    /** A response, and what is true once it is given. */
    record Step(Response response, State next) {}

    private final Settings settings;
    private final Set<Long> idsGiven;
    private final Map<String, Response> remembered;
    private final int hash; // kept, since the search compares states all the time

    /**
     * Makes a state.
     *
     * @param settings null when there are none
     * @param idsGiven those that no create may give again; ids below 0 are nobody's business
     * @param remembered the first responses to creates, by idempotency key
     */
    private State(Settings settings, Set<Long> idsGiven, Map<String, Response> remembered) {
        this.settings = settings;
        this.idsGiven = idsGiven;
        this.remembered = remembered;
        this.hash = Objects.hash(settings, idsGiven, remembered);
    }

    /** The settings, null when there are none. */
    Settings settings() {
        return settings;
    }

    /**
     * Carries the request out.
     *
     * @param newId what a create gives if it succeeds
     * @return empty when it would give an id that was given before
     */
    Optional<Step> carryOut(Request request, long newId) {
        return switch (request) {
            case Create create -> create(create, newId);
            case Update update -> Optional.of(update(update));
            case Delete _ -> Optional.of(delete());
            case Query _ -> Optional.of(settings == null ? refused() : new Step(new Response.Found(settings), this));
        };
    }

    private Optional<Step> create(Create create, long newId) {
        if (create.key() != null && remembered.containsKey(create.key())) {
            return Optional.of(new Step(remembered.get(create.key()), this));
        }
        if (settings != null) {
            return Optional.of(remembering(create, Response.EXISTS_ALREADY));
        }
        if (idsGiven.contains(newId)) {
            return Optional.empty();
        }
        return Optional.of(giving(newId, create).remembering(create, new Response.Created(newId)));
    }

    private Step update(Update update) {
        if (settings == null) {
            return refused();
        }
        if (settings.id() != update.id()) {
            return new Step(Response.OTHER_ID, this);
        }
        Settings updated = new Settings(settings.id(), settings.content().with(update.changes()));
        return new Step(new Response.Updated(settings.id()), new State(updated, idsGiven, remembered));
    }

    private Step delete() {
        return settings == null ? refused() : new Step(new Response.Deleted(), new State(null, idsGiven, remembered));
    }

    private Step refused() {
        return new Step(Response.NO_SETTINGS, this);
    }

    private State giving(long id, Create create) {
        Set<Long> ids = new HashSet<>(idsGiven);
        if (id > 0) {
            ids.add(id);
        }
        return new State(new Settings(id, create.content()), ids, remembered);
    }

    private Step remembering(Create create, Response response) {
        if (create.key() == null) {
            return new Step(response, this);
        }
        Map<String, Response> responses = new HashMap<>(remembered);
        responses.put(create.key(), response);
        return new Step(response, new State(settings, idsGiven, responses));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof State state
                && hash == state.hash
                && Objects.equals(settings, state.settings)
                && idsGiven.equals(state.idsGiven)
                && remembered.equals(state.remembered);
    }

    @Override
    public int hashCode() {
        return hash;
    }
}
