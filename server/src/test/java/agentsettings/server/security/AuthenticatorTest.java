package agentsettings.server.security;

import static org.assertj.core.api.Assertions.assertThat;

import agentsettings.core.apps.App;
import agentsettings.core.apps.Caller;
import agentsettings.core.apps.Edition;
import agentsettings.core.apps.NumberCheck;
import agentsettings.core.patches.Edit;
import agentsettings.core.patches.TenantSpacePatch;
import agentsettings.core.requests.Condition;
import agentsettings.core.store.Directory;
import agentsettings.server.limits.RateLimit;
import agentsettings.server.limits.TestClock;
import agentsettings.server.secrets.SecretHashKey;
import agentsettings.server.secrets.SecretHashes;
import agentsettings.server.security.Authentication.Authenticated;
import agentsettings.storage.sqlite.SqliteDatabase;
import agentsettings.storage.sqlite.file.DataFolder;
import agentsettings.wire.ReturnCode;
import agentsettings.wire.TokenRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may call with which credentials, in both editions. */
final class AuthenticatorTest {

    private static final String TENANT = "202205116084";
    private static final String SECRET = "a secret that is long enough for anyone";
    private static final String CLIENT = "192.0.2.1";
    private static final Duration LIFE = Duration.ofMinutes(10);

    @TempDir
    private Path folder;

    private final TestClock clock = new TestClock();
    private Directory directory;
    private SecretHashes hashes;
    private AppCache appCache;
    private Authenticator authenticator;

    @BeforeEach
    void addAppsOfBothEditions() {
        DataFolder data = new DataFolder(folder.resolve("data"));
        SqliteDatabase database = SqliteDatabase.openShared(data);
        database.migrate();
        directory = database.openDirectory();
        hashes = new SecretHashKey(data.secretHashKey()).hashesFor(directory, "the database");
        directory.addApp(app("old", Edition.E2023, hashes, true));
        directory.addApp(app("new", Edition.E2025, hashes, true));
        directory.addApp(app("off", Edition.E2023, hashes, false));
        appCache = new AppCache(directory, false, Duration.ofDays(30), clock);
        authenticator =
                new Authenticator(appCache, new Tokens(appCache, clock), hashes, new RateLimit(3, clock), clock);
    }

    @AfterEach
    void close() {
        appCache.close();
        directory.close();
    }

    @Test
    void theKeyAloneIsEnoughInTheEditionOf2023() {
        assertThat(authenticator.authenticate(new Credentials("old", null, null)))
                .isEqualTo(authenticated("old"));
        assertThat(authenticator.authenticate(new Credentials("old", null, TENANT)))
                .isEqualTo(authenticated("old"));
        clock.goOn(Duration.ofSeconds(1));
        assertThat(authenticator.authenticate(new Credentials("old", bearer("old"), null)))
                .isEqualTo(authenticated("old"));
    }

    @Test
    void theTokenAloneIsEnoughInTheEditionOf2025() {
        assertThat(authenticator.authenticate(new Credentials(null, bearer("new"), null)))
                .isEqualTo(authenticated("new"));
        clock.goOn(Duration.ofSeconds(1));
        assertThat(authenticator.authenticate(new Credentials("new", bearer("new"), TENANT)))
                .isEqualTo(authenticated("new"));
    }

    @Test
    void whatTheEditionMakesMandatoryIsMissed() {
        assertRefused(ReturnCode.NO_CREDENTIALS, authenticator.authenticate(new Credentials(null, null, null)));
        assertRefused(ReturnCode.NO_CREDENTIALS, authenticator.authenticate(new Credentials("", "", null)));
        assertRefused(ReturnCode.NO_CREDENTIALS, authenticator.authenticate(new Credentials("new", null, null)));
        String token = bearer("old");
        assertRefused(ReturnCode.NO_CREDENTIALS, authenticator.authenticate(new Credentials(null, token, null)));
        assertRefused(ReturnCode.NO_CREDENTIALS, authenticator.authenticateByToken(new Credentials("old", null, null)));
    }

    @Test
    void unknownAndDisabledAppsAreRefusedAlike() {
        assertRefused(ReturnCode.APP_REFUSED, authenticator.authenticate(new Credentials("none", null, null)));
        assertRefused(ReturnCode.APP_REFUSED, authenticator.authenticate(new Credentials("off", null, null)));
        assertRefused(ReturnCode.APP_REFUSED, authenticator.issueToken(new TokenRequest("none", SECRET), LIFE, CLIENT));
        assertRefused(ReturnCode.APP_REFUSED, authenticator.issueToken(new TokenRequest("off", SECRET), LIFE, CLIENT));
        assertRefused(
                ReturnCode.APP_REFUSED, authenticator.issueToken(new TokenRequest("old", SECRET + "x"), LIFE, CLIENT));
    }

    @Test
    void aBadTokenIsRefusedWhateverElseWasSent() {
        for (String bad :
                List.of("Basic x", "Bearer", "Bearer x", "Bearer a.b.c", bearer("new"), bearer("old") + "A")) {
            assertRefused(ReturnCode.TOKEN_REFUSED, authenticator.authenticate(new Credentials("old", bad, null)));
        }
    }

    @Test
    void aTokenEndsWithItsLife() {
        String token = bearer("old");
        clock.goOn(LIFE.minusMillis(1));
        assertThat(authenticator.authenticate(new Credentials("old", token, null)))
                .isEqualTo(authenticated("old"));
        clock.goOn(Duration.ofMillis(1));
        assertRefused(ReturnCode.TOKEN_REFUSED, authenticator.authenticate(new Credentials("old", token, null)));
    }

    @Test
    void anotherTenantSpaceIsRefused() {
        assertRefused(
                ReturnCode.WRONG_TENANT_SPACE,
                authenticator.authenticate(new Credentials("old", null, "202205116085")));
    }

    @Test
    void anAppThatSendsMoreThanItMayIsToldSo() {
        Credentials credentials = new Credentials("old", null, null);
        for (int i = 0; i < 3; i++) {
            assertThat(authenticator.authenticate(credentials)).isEqualTo(authenticated("old"));
        }
        assertRefused(ReturnCode.TOO_MANY_REQUESTS, authenticator.authenticate(credentials));
        clock.goOn(Duration.ofMillis(334));
        assertThat(authenticator.authenticate(credentials)).isEqualTo(authenticated("old"));
    }

    @Test
    void aWallClockSetBackCostsNoAppItsRequests() {
        Credentials credentials = new Credentials("old", null, null);
        for (int i = 0; i < 10; i++) {
            clock.setWallClockBack(Duration.ofHours(1));
            clock.goOn(Duration.ofMillis(334));
            assertThat(authenticator.authenticate(credentials)).isEqualTo(authenticated("old"));
        }
    }

    @Test
    void theSecretBeforeIsGoodForATokenUntilItsGraceIsOver() {
        String token = bearer("old");
        String next = "the next secret, which is just as long as the other";
        Instant end = clock.instant().plusSeconds(60);
        directory.replaceSecret("old", hashes.hash(next), Optional.of(end), Condition.NONE);
        appCache.refresh();
        assertThat(authenticator.authenticate(new Credentials("old", token, null)))
                .isEqualTo(authenticated("old"));
        clock.goOn(Duration.ofSeconds(60).minusMillis(1));
        assertThat(issue("old", SECRET)).isInstanceOf(TokenIssue.Issued.class);
        assertThat(issue("old", next)).isInstanceOf(TokenIssue.Issued.class);
        clock.goOn(Duration.ofMillis(1));
        assertRefused(ReturnCode.APP_REFUSED, issue("old", SECRET));
        assertThat(issue("old", next)).isInstanceOf(TokenIssue.Issued.class);
    }

    @Test
    void withoutAGraceTheSecretBeforeAndItsTokensEndAtOnce() {
        String token = bearer("old");
        directory.replaceSecret("old", hashes.hash("another"));
        appCache.refresh();
        assertRefused(ReturnCode.APP_REFUSED, issue("old", SECRET));
        assertRefused(ReturnCode.TOKEN_REFUSED, authenticator.authenticate(new Credentials("old", token, null)));
    }

    @Test
    void aTokenOfADeletedAppIsRefusedAlsoByItsSuccessorOfTheSameKey() {
        directory.addApp(App.create("again", TENANT, Edition.E2023, hashes.hash(SECRET), clock.instant()));
        appCache.refresh();
        String token = bearer("again");
        directory.removeApp("again", Condition.NONE);
        appCache.refresh();
        assertRefused(ReturnCode.TOKEN_REFUSED, authenticator.authenticate(new Credentials("again", token, null)));
        clock.goOn(Duration.ofSeconds(1));
        directory.addApp(App.create("again", TENANT, Edition.E2023, hashes.hash(SECRET), clock.instant()));
        appCache.refresh();
        assertRefused(ReturnCode.TOKEN_REFUSED, authenticator.authenticate(new Credentials("again", token, null)));
    }

    @Test
    void theCallerKnowsTheNumberCheckOfItsTenantSpace() {
        String token = bearer("old");
        assertThat(authenticator.authenticate(new Credentials("old", token, null)))
                .isEqualTo(authenticated("old"));
        TenantSpacePatch patch =
                new TenantSpacePatch(Edit.keep(), Edit.keep(), Edit.keep(), Edit.assign(NumberCheck.ENFORCE));
        directory.changeTenantSpace(TENANT, patch, Condition.NONE);
        appCache.refresh();
        assertThat(authenticator.authenticate(new Credentials("old", token, null)))
                .isEqualTo(new Authenticated(Caller.ofApp(TENANT, "old").with(NumberCheck.ENFORCE)));
    }

    private TokenIssue issue(String appKey, String secret) {
        return authenticator.issueToken(new TokenRequest(appKey, secret), LIFE, CLIENT);
    }

    private String bearer(String appKey) {
        TokenIssue issue = authenticator.issueToken(new TokenRequest(appKey, SECRET), LIFE, CLIENT);
        return "Bearer " + ((TokenIssue.Issued) issue).token().accessToken();
    }

    private static Authentication authenticated(String appKey) {
        return new Authenticated(Caller.ofApp(TENANT, appKey));
    }

    private App app(String key, Edition edition, SecretHashes hashes, boolean enabled) {
        return new App(key, TENANT, edition, hashes.hash(SECRET), null, enabled, 0, clock.instant(), 1);
    }

    private static void assertRefused(ReturnCode code, Object result) {
        assertThat(result)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.code()).isEqualTo(code));
    }
}
