package agentsettings.acceptance.differential.requests;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a client knows so far, in symbols: users, ids of settings, tokens, and creates with idempotency keys. For one thread. */
public final class KnownValues {

    private static final Pattern GENERATED = Pattern.compile("\"(id|userId|AccessToken)\":\"(‹[^›]+›)\"");
    private static final Pattern APP = Pattern.compile("\"AppKey\":\"([^\"]+)\"");
    private static final int CREATES_MAX = 12;
    private static final String NO_TOKEN = "none";

    private final List<String> users;
    private final List<String> ids = new ArrayList<>();
    private final Map<String, String> latestIds = new HashMap<>();
    private final Map<String, String> tokens = new HashMap<>();
    private final List<Request> creates = new ArrayList<>();

    /** Knows these users. */
    public KnownValues(List<String> users) {
        this.users = new ArrayList<>(users);
    }

    /** Learns from a response that both engines gave. */
    public void learn(Request request, String response) {
        Matcher generated = GENERATED.matcher(response);
        while (generated.find()) {
            String symbol = generated.group(2);
            switch (generated.group(1)) {
                case "id" -> learnId(request.user(), symbol);
                case "AccessToken" -> learnToken(response, symbol);
                default -> learnUser(symbol);
            }
        }
        if (request.path().equals(Request.CREATE) && !request.key().isEmpty()) {
            creates.add(request);
            if (creates.size() > CREATES_MAX) {
                creates.removeFirst();
            }
        }
    }

    /** Returns any user, but the first ones more often, so that much happens to them. */
    String anyUser(RandomGenerator random) {
        int bound = random.nextInt(4) == 0 ? users.size() : random.nextInt(users.size()) + 1;
        return users.get(random.nextInt(bound));
    }

    /** Returns the id last seen for this user, or any id when there is none. */
    String latestId(String user, RandomGenerator random) {
        String latest = latestIds.get(user);
        return latest != null ? latest : anyId(random);
    }

    String anyId(RandomGenerator random) {
        return ids.isEmpty() ? "1307145259662215169" : any(ids, random);
    }

    boolean hasCreates() {
        return !creates.isEmpty();
    }

    /** Returns one of the last creates with an idempotency key. */
    Request anyCreate(RandomGenerator random) {
        return creates.get(random.nextInt(creates.size()));
    }

    boolean hasToken(String app) {
        return tokens.containsKey(app);
    }

    String tokenOf(String app) {
        return tokens.getOrDefault(app, NO_TOKEN);
    }

    private void learnId(String user, String id) {
        latestIds.put(user, id);
        if (!ids.contains(id)) {
            ids.add(id);
        }
    }

    private void learnToken(String response, String token) {
        Matcher app = APP.matcher(response);
        if (app.find()) {
            tokens.put(app.group(1), token);
        }
    }

    private void learnUser(String user) {
        if (!users.contains(user)) {
            users.add(user);
        }
    }

    private static String any(List<String> values, RandomGenerator random) {
        return values.get(random.nextInt(values.size()));
    }
}
