package agentsettings.acceptance.differential.requests;

import static agentsettings.acceptance.differential.requests.RandomBodies.field;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * Makes one client's requests, which the seed and the responses so far decide. Clients have users, accounts and idempotency
 * keys of their own, so that the order in which their requests arrive changes no response.
 */
public final class RandomRequests {

    private static final String VENDORS_MISSPELLED_USERS = "/apiacces/rest/sum/v1/tenantSpaces/users";
    private static final List<String> LIVES = List.of("600", "3600", "0", "3601", "-1", "9999999999", "x", "");
    private static final int KEY_LENGTH_MAX = 255;

    private final int client;
    private final RandomGenerator random;
    private final KnownValues known;
    private final RandomBodies bodies;
    private final RandomValues values;
    private final RandomCredentials credentials;
    private int fresh;

    public RandomRequests(int client, RandomGenerator random, KnownValues known) {
        this.client = client;
        this.random = random;
        this.known = known;
        this.bodies = new RandomBodies(random);
        this.values = new RandomValues(random);
        this.credentials = new RandomCredentials(random, known);
    }

    /** Returns the next request; the response to the one before it must be learned. */
    public Request next() {
        for (String app : RandomCredentials.APPS) {
            if (!known.hasToken(app)) {
                return tokenRequest(app, RandomCredentials.SECRET, Map.of());
            }
        }
        Request request = switch (random.nextInt(20)) {
            case 0, 1, 2 -> create();
            case 3, 4 -> create().withKey(key());
            case 5, 6 -> repeatedCreate();
            case 7, 8, 9, 10, 11 -> update();
            case 12, 13, 14, 15 -> aboutUser("query");
            case 16, 17 -> aboutUser("delete");
            case 18 -> newUser();
            default -> anyTokenRequest();
        };
        return random.nextInt(25) == 0 ? request.withBody(bodies.damaged(request.body())) : request;
    }

    private Request create() {
        String user = known.anyUser(random);
        return settings("create", user, bodies.settings(List.of(userField(user))));
    }

    /** The same create again, or another one with the same key, or the same by another caller. */
    private Request repeatedCreate() {
        if (!known.hasCreates()) {
            return create().withKey(key());
        }
        Request earlier = known.anyCreate(random);
        return switch (random.nextInt(6)) {
            case 0 -> earlier.withCredentials(credentials.any());
            case 1 -> create().withKey(earlier.key());
            case 2 -> create().withKey(earlier.key().toUpperCase(Locale.ROOT));
            case 3 -> earlier.withBody(earlier.body() + " ");
            default -> earlier;
        };
    }

    private Request update() {
        String user = known.anyUser(random);
        String id = switch (random.nextInt(12)) {
            case 0 -> values.oddId();
            case 1 -> "\"" + known.anyId(random) + "\"";
            default -> "\"" + known.latestId(user, random) + "\"";
        };
        return settings("update", user, bodies.settings(List.of(field("id", id), userField(user))));
    }

    private Request aboutUser(String operation) {
        String user = known.anyUser(random);
        Request request = settings(operation, user, bodies.user(userField(user)));
        return random.nextInt(20) == 0 && known.hasCreates()
                ? request.withKey(known.anyCreate(random).key())
                : request;
    }

    private Request settings(String operation, String user, String body) {
        return new Request(Request.SETTINGS + operation, credentials.any(), body, user);
    }

    private Request newUser() {
        String account = switch (random.nextInt(8)) {
            case 0 -> values.oddText();
            case 1 -> "\"C" + client + "-" + random.nextInt(fresh + 1) + "\"";
            case 2 -> "\"" + ("c" + client + "@").repeat(22).substring(0, 64 + random.nextInt(2)) + "\"";
            case 3 -> "\"c" + client + ".-_@" + "\"";
            default -> "\"c" + client + "-" + (random.nextInt(3) == 0 ? random.nextInt(fresh + 1) : fresh++) + "\"";
        };
        String path = random.nextInt(4) == 0 ? VENDORS_MISSPELLED_USERS : Request.USERS;
        return new Request(path, credentials.anyWithToken(), bodies.newUser(account), "");
    }

    private Request anyTokenRequest() {
        String app = RandomCredentials.APPS.get(random.nextInt(RandomCredentials.APPS.size()));
        return switch (random.nextInt(6)) {
            case 0 -> tokenRequest(app, "guess", Map.of());
            case 1 -> tokenRequest(RandomCredentials.DISABLED_APP, RandomCredentials.SECRET, Map.of());
            case 2 -> tokenRequest("nobody", RandomCredentials.SECRET, Map.of());
            case 3 ->
                tokenRequest(
                        app,
                        RandomCredentials.SECRET,
                        Map.of("X-Token-Expire", LIVES.get(random.nextInt(LIVES.size()))));
            default -> tokenRequest(app, RandomCredentials.SECRET, Map.of());
        };
    }

    private static Request tokenRequest(String app, String secret, Map<String, String> headers) {
        String body = "{\"app_key\":\"" + app + "\",\"app_secret\":\"" + secret + "\"}";
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.put("Content-Type", "application/json");
        return new Request(Request.TOKENS, all, body, "");
    }

    /** A key that this client has not used before, or an odd one. */
    private String key() {
        String key = "key " + client + "-" + fresh++;
        return switch (random.nextInt(12)) {
            case 0 -> key + "k".repeat(KEY_LENGTH_MAX + random.nextInt(2) - key.length());
            case 1 -> key + "'\"\\%_{a,b}";
            case 2 -> key + "\u00e9";
            default -> key;
        };
    }

    private String userField(String user) {
        return field("userId", random.nextInt(12) == 0 ? values.almost(user) : RandomValues.string(user));
    }
}
