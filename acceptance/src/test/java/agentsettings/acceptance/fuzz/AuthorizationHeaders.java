package agentsettings.acceptance.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import agentsettings.core.apps.App;
import agentsettings.core.apps.Caller;
import agentsettings.core.apps.Edition;
import agentsettings.core.apps.ManagementKey;
import agentsettings.core.apps.ManagementKeyText;
import agentsettings.core.apps.Role;
import agentsettings.core.store.Directory;
import agentsettings.server.limits.RateLimit;
import agentsettings.server.secrets.SecretHashKey;
import agentsettings.server.secrets.SecretHashes;
import agentsettings.server.security.AppCache;
import agentsettings.server.security.Authentication;
import agentsettings.server.security.Authenticator;
import agentsettings.server.security.Credentials;
import agentsettings.server.security.KeyAuthentication;
import agentsettings.server.security.KeyAuthenticator;
import agentsettings.server.security.Tokens;
import agentsettings.storage.sqlite.SqliteDatabase;
import agentsettings.storage.sqlite.file.DataFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/** Credentials in headers: nothing but a token as it was issued, an app's key or a whole management key lets anyone in. */
public final class AuthorizationHeaders {

    private static final String TENANT = "202205116084";
    private static final String LOOPBACK = "127.0.0.1";
    private static final Pattern TO_ENCODE = Pattern.compile("<([^>]*)>");
    private static final InstantSource CLOCK =
            InstantSource.fixed(Instant.parse("2026-01-01T00:00:00Z")); // so that tokens last
    private static final ManagementKeyText KEY = ManagementKeyText.random();
    private static final Fixture FIXTURE = start();

    /** What checks credentials, and the tokens that it accepts and doesn't. */
    private record Fixture(
            Authenticator authenticator,
            KeyAuthenticator keys,
            String tokenOf2023,
            String tokenOf2025,
            List<String> refusedTokens) {}

    /**
     * Authenticates by three headers, a line each: X-APP-Key, X-TenantSpaceID and Authorization. A small byte in them stands for a part of a
     * token or a key, and what is between angle brackets is encoded as the parts of a token are.
     */
    public static void fuzzerTestOneInput(byte[] input) {
        String[] lines = new String(input, ISO_8859_1).split("\n", 3);
        if (lines.length < 3) {
            return;
        }
        String authorization = TO_ENCODE
                .matcher(withTokens(lines[2]))
                .replaceAll(text -> Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(text.group(1).getBytes(ISO_8859_1)));
        requireVendor(new Credentials(lines[0], authorization, lines[1]));
        requireManagement(authorization);
    }

    private static String withTokens(String text) {
        List<String> parts = List.of(
                List.of(FIXTURE.tokenOf2025.split("\\.")).get(0),
                List.of(FIXTURE.tokenOf2025.split("\\.")).get(1),
                List.of(FIXTURE.tokenOf2025.split("\\.")).get(2),
                FIXTURE.tokenOf2025,
                FIXTURE.tokenOf2023,
                FIXTURE.refusedTokens.get(0),
                FIXTURE.refusedTokens.get(1),
                KEY.reveal());
        String replaced = text;
        for (int i = 0; i < parts.size(); i++) {
            replaced = replaced.replace(String.valueOf((char) (i + 1)), parts.get(i));
        }
        return replaced;
    }

    private static void requireVendor(Credentials credentials) {
        Authentication authentication = FIXTURE.authenticator.authenticate(credentials);
        Authentication byToken = FIXTURE.authenticator.authenticateByToken(credentials);
        String app = rightful(credentials);
        requireCaller(app, authentication);
        requireCaller(credentials.authorization() == null ? null : app, byToken);
    }

    /** The app that these credentials are those of, null if none. */
    private static String rightful(Credentials credentials) {
        String app;
        if (credentials.authorization() == null) {
            app = "old".equals(credentials.appKey()) ? "old" : null;
        } else if (bears(credentials.authorization(), FIXTURE.tokenOf2025)) {
            app = credentials.appKey() == null || credentials.appKey().equals("new") ? "new" : null;
        } else if (bears(credentials.authorization(), FIXTURE.tokenOf2023)) {
            app = "old".equals(credentials.appKey()) ? "old" : null;
        } else {
            app = null;
        }
        boolean otherTenant =
                credentials.tenantId() != null && !credentials.tenantId().equals(TENANT);
        return otherTenant ? null : app;
    }

    private static boolean bears(String authorization, String token) {
        return authorization.matches("(?i:bearer) +\\Q" + token + "\\E");
    }

    private static void requireCaller(String app, Authentication authentication) {
        String let = authentication instanceof Authentication.Authenticated(Caller caller)
                ? caller.actor().name()
                : null;
        if (app == null ? let != null : !app.equals(let)) {
            throw new AssertionError("let in: " + let + " instead of " + app);
        }
    }

    private static void requireManagement(String authorization) {
        boolean letIn = FIXTURE.keys.authenticate(authorization, LOOPBACK) instanceof KeyAuthentication.Authenticated;
        boolean rightful = bears(authorization, KEY.reveal());
        if (letIn != rightful) {
            throw new AssertionError("let in by the management key: " + letIn);
        }
    }

    private static Fixture start() {
        try {
            DataFolder data = new DataFolder(Files.createTempDirectory("fuzz").resolve("data"));
            SqliteDatabase database = SqliteDatabase.openShared(data);
            database.migrate();
            Directory directory = database.openDirectory();
            SecretHashes hashes = new SecretHashKey(data.secretHashKey()).hashesFor(directory, "the database");
            Instant now = CLOCK.instant();
            App old = App.create("old", TENANT, Edition.E2023, hashes.hash("a secret"), now);
            App current = App.create("new", TENANT, Edition.E2025, hashes.hash("a secret"), now);
            App disabled = App.create("off", TENANT, Edition.E2025, hashes.hash("a secret"), now)
                    .changedTo(Edition.E2025, false);
            List.of(old, current, disabled).forEach(directory::addApp);
            directory.addManagementKey(
                    new ManagementKey(KEY.id(), "fuzzed", Role.ADMIN, null, hashes.hash(KEY), now, null, null));
            AppCache cache = AppCache.start(directory, false, Duration.ofDays(30), CLOCK);
            Tokens tokens = new Tokens(cache, CLOCK);
            return new Fixture(
                    new Authenticator(cache, tokens, hashes, new RateLimit(0), CLOCK),
                    new KeyAuthenticator(cache, hashes, CLOCK),
                    tokens.issue(old, Tokens.LIFE_MAX).accessToken(),
                    tokens.issue(current, Tokens.LIFE_MAX).accessToken(),
                    List.of(
                            tokens.issue(current, Duration.ZERO).accessToken(),
                            tokens.issue(disabled, Tokens.LIFE_MAX).accessToken()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private AuthorizationHeaders() {}
}
