package agentsettings.acceptance.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import agentsettings.client.ClientConfig;
import agentsettings.client.ClientException;
import agentsettings.client.management.ManagementClient;
import agentsettings.client.management.feed.ChangeFilter;
import agentsettings.client.management.records.Paging;
import agentsettings.client.vendor.AppCredentials;
import agentsettings.client.vendor.VendorClient;
import agentsettings.core.apps.ManagementKeyText;
import agentsettings.core.apps.Role;
import agentsettings.core.numbers.NumberKey;
import agentsettings.core.queries.NumberFilter;
import agentsettings.core.queries.SettingsFilter;
import agentsettings.core.queries.UserFilter;
import agentsettings.core.requests.Condition;
import agentsettings.core.settings.CallType;
import agentsettings.core.settings.OutboundSettings;
import agentsettings.core.settings.PhoneNumber;
import agentsettings.core.users.UserKey;
import agentsettings.core.users.UserProfile;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;

/** Responses that a client receives: each call has an outcome or one of the documented exceptions, which tells no secret. */
public final class ClientResponses {

    private static final String SECRET = "the-secret-of-the-app";
    private static final ManagementKeyText KEY = ManagementKeyText.random();
    private static final String SECRET_PLACE = "$";
    private static final int MANAGEMENT_CALLS_FROM = 6;
    private static final int MESSAGE_LENGTH_MAX = 60_000; // 20 errors, of which each part is short
    private static final int REQUESTS_MAX = 3; // a token that is refused is fetched again

    private static final List<Integer> STATUSES =
            List.of(200, 201, 202, 204, 302, 304, 400, 401, 403, 404, 405, 409, 410, 412, 413, 415, 429, 500, 502, 503);

    private static final OutboundSettings VALUES = new OutboundSettings(CallType.DIRECT, null, null, null, null);
    private static final UserProfile ANN = new UserProfile("ann", "Ann", null, null, null, null);
    private static final UserKey USER = new UserKey("202205116084", "u");
    private static final NumberKey NUMBER = new NumberKey(USER.tenantId(), new PhoneNumber("4930123456"));

    private static final UserFilter USERS =
            new UserFilter(USER.tenantId(), Optional.empty(), Optional.empty(), Optional.empty());
    private static final NumberFilter NUMBERS = new NumberFilter(USER.tenantId(), Optional.empty(), Optional.empty());
    private static final SettingsFilter SETTINGS = new SettingsFilter(
            USER.tenantId(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            false);

    private static final FixedResponses SERVER = new FixedResponses();
    private static final ClientConfig CONFIG = ClientConfig.of(SERVER.address()).withAttemptsMax(1);
    private static final VendorClient BY_TOKEN = vendor(AppCredentials.of("app", SECRET));
    private static final VendorClient BY_KEY = vendor(new AppCredentials("app", Optional.empty()));
    private static final ManagementClient MANAGEMENT =
            new ManagementClient(CONFIG, KEY, InstantSource.system(), new Random(1));
    private static final Paging PAGE = Paging.first(10).after("x").counted();

    private static final List<Callable<Object>> CALLS = List.of(
            () -> BY_TOKEN.query("u"),
            () -> BY_KEY.query("u"),
            () -> BY_KEY.create("u", VALUES),
            () -> BY_KEY.update(17, "u", VALUES),
            () -> BY_KEY.delete("u"),
            () -> BY_KEY.addUser(ANN),
            () -> MANAGEMENT.settings().get(USER),
            () -> MANAGEMENT.settings().refresh(USER, "17-3"),
            () -> MANAGEMENT.settings().list(SETTINGS, PAGE),
            () -> MANAGEMENT.settings().put(USER, VALUES, Condition.NONE),
            () -> MANAGEMENT.settings().delete(USER, Condition.NONE),
            () -> MANAGEMENT.settings().history(USER, PAGE),
            () -> MANAGEMENT.users().create(USER.tenantId(), ANN),
            () -> MANAGEMENT.users().list(USERS, PAGE),
            () -> MANAGEMENT.tenants().get(USER.tenantId()),
            () -> MANAGEMENT.tenants().summary(USER.tenantId()),
            () -> MANAGEMENT.apps().list(Optional.empty(), PAGE),
            () -> MANAGEMENT.apps().createSecret("app", Optional.empty(), Condition.NONE),
            () -> MANAGEMENT.keys().create("key", Role.VIEWER, Optional.empty(), Optional.empty()),
            () -> MANAGEMENT.numbers().list(NUMBERS, PAGE),
            () -> MANAGEMENT.numbers().uses(NUMBER, PAGE),
            () -> MANAGEMENT.callPlans().plan(USER.tenantId(), List.of("u"), Optional.empty()),
            () -> MANAGEMENT.imports().list(USER.tenantId(), PAGE),
            () -> MANAGEMENT.imports().faults(USER.tenantId(), "1").toList(),
            () -> MANAGEMENT.changes().list(ChangeFilter.ALL, Optional.of("x"), 10));

    private static VendorClient vendor(AppCredentials app) {
        return new VendorClient(CONFIG, app, InstantSource.system(), new Random(1));
    }

    /**
     * Makes a call. The first byte chooses it, the second the status; then come a line with the values of ETag and Retry-After, and the body,
     * in which {@code $} stands for the secret that the client has sent, if it has one.
     */
    public static void fuzzerTestOneInput(byte[] input) throws Exception {
        String text = new String(input, ISO_8859_1);
        int line = text.indexOf('\n');
        if (line < 2) {
            return;
        }
        String[] headers = text.substring(2, line).replaceAll("[^ -~]", "").split("\\|", 2);
        int status = STATUSES.get(text.charAt(1) % STATUSES.size());
        int call = text.charAt(0) % CALLS.size();
        String secret = call == 0 ? SECRET : call >= MANAGEMENT_CALLS_FROM ? KEY.reveal() : "";
        String body = text.substring(line + 1).replace(SECRET_PLACE, secret);
        SERVER.respond(
                status,
                "ETag: " + headers[0] + "\r\n" + (headers.length == 2 ? "Retry-After: " + headers[1] + "\r\n" : ""),
                body.getBytes(ISO_8859_1));
        try {
            var _ = CALLS.get(call).call();
        } catch (ClientException noOutcome) {
            requireFit(noOutcome, call == 0 ? SECRET : call >= MANAGEMENT_CALLS_FROM ? KEY.secret() : null);
        }
        if (SERVER.requests() > REQUESTS_MAX) {
            throw new AssertionError(SERVER.requests() + " requests for one call");
        }
    }

    /** The secret is the one that the client has, null if it has none; that of another client may be in any text. */
    private static void requireFit(ClientException e, String secret) {
        StringBuilder all = new StringBuilder(e.getMessage()).append(e.details());
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            all.append(cause);
        }
        if (secret != null && all.indexOf(secret) >= 0) {
            throw new AssertionError("the exception tells a secret", e);
        }
        if (e.getMessage().length() > MESSAGE_LENGTH_MAX || all.chars().anyMatch(Character::isISOControl)) {
            throw new AssertionError("the exception is not fit for a log", e);
        }
    }

    private ClientResponses() {}
}
