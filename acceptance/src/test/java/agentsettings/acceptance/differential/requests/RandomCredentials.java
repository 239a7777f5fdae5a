package agentsettings.acceptance.differential.requests;

import agentsettings.acceptance.settings.SettingsClient;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Makes the headers that say who is calling and what is sent: mostly right ones of four apps, and some that are refused. */
public final class RandomCredentials {

    public static final String OTHER_TENANT = "202205116085";
    static final String APP_2023 = SettingsClient.DEMO_APP;
    public static final String APP_2025 = "differential-app-2025";
    public static final String OTHER_TENANTS_APP = "differential-app-of-other-tenant";
    public static final String DISABLED_APP = "differential-app-disabled";
    static final String SECRET = "demo-app-secret-for-local-use-only";

    /** The apps that may call. */
    static final List<String> APPS = List.of(APP_2023, APP_2025, OTHER_TENANTS_APP);

    private static final List<String> ANY_APP =
            List.of(APP_2023, APP_2025, OTHER_TENANTS_APP, DISABLED_APP, "nobody", "DEMO-APP", "");
    private static final List<String> TENANTS = List.of(SettingsClient.DEMO_TENANT, OTHER_TENANT, "1", "");
    private static final List<String> NO_TOKENS = List.of("Bearer", "Bearer x.y.z", "Basic ZGVtbw==", "");
    private static final List<String> MEDIA_TYPES = List.of(
            "application/json;charset=utf-8", "Application/JSON", "text/plain", "application/json;charset=latin1");

    private final RandomGenerator random;
    private final KnownValues known;

    RandomCredentials(RandomGenerator random, KnownValues known) {
        this.random = random;
        this.known = known;
    }

    /** Returns headers that are mostly good for an operation on settings. */
    Map<String, String> any() {
        return random.nextInt(16) == 0 ? odd() : good(random.nextInt(4) == 0);
    }

    /** Returns headers with a token in most cases. */
    Map<String, String> anyWithToken() {
        return random.nextInt(8) == 0 ? odd() : good(true);
    }

    private Map<String, String> good(boolean withToken) {
        String app = switch (random.nextInt(10)) {
            case 0, 1 -> APP_2025;
            case 2, 3 -> OTHER_TENANTS_APP;
            default -> APP_2023;
        };
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", "application/json");
        if (!app.equals(APP_2025) || random.nextBoolean()) {
            headers.put("X-APP-Key", app);
        }
        if (withToken || app.equals(APP_2025)) {
            headers.put("Authorization", "Bearer " + known.tokenOf(app));
        }
        return headers;
    }

    private Map<String, String> odd() {
        Map<String, String> headers = good(random.nextBoolean());
        switch (random.nextInt(6)) {
            case 0 -> headers.put("X-APP-Key", pick(ANY_APP));
            case 1 -> headers.put("X-TenantSpaceID", pick(TENANTS));
            case 2 -> headers.put("Authorization", pick(NO_TOKENS));
            case 3 -> headers.put("Authorization", "bearer " + known.tokenOf(pick(APPS)));
            case 4 -> headers.put("Authorization", "Bearer " + known.tokenOf(pick(APPS)) + "x");
            default -> headers.put("Content-Type", pick(MEDIA_TYPES));
        }
        return headers;
    }

    private String pick(List<String> values) {
        return values.get(random.nextInt(values.size()));
    }
}
