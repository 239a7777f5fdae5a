package agentsettings.bench.jmh;

import agentsettings.bench.load.Samples;
import agentsettings.core.apps.App;
import agentsettings.core.apps.Edition;
import agentsettings.core.store.Directory;
import agentsettings.server.security.AppCache;
import agentsettings.server.security.Tokens;
import agentsettings.wire.AccessToken;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;

/** Issues and verifies tokens with a signing key of the app cache. */
public class TokensBench extends ShortRuns {

    private static final String BEARER = "Bearer ";

    private TemporaryDatabase database;
    private Directory directory;
    private AppCache appCache;
    private Tokens tokens;
    private App app;
    private String header;

    @Setup
    public void open() throws IOException {
        InstantSource clock = InstantSource.system();
        database = TemporaryDatabase.create();
        directory = database.database().openDirectory();
        app = new App("demo-app", Samples.TENANT, Edition.E2023, "0".repeat(64), null, true, 0, clock.instant(), 1);
        directory.addApp(app);
        appCache = AppCache.start(directory, false, Duration.ofDays(30), clock);
        tokens = new Tokens(appCache, clock);
        header = BEARER + tokens.issue(app, Tokens.LIFE_MAX).accessToken();
    }

    @TearDown
    public void close() throws IOException {
        appCache.close();
        directory.close();
        database.close();
    }

    @Benchmark
    public AccessToken issue() {
        return tokens.issue(app, Tokens.LIFE_MAX);
    }

    /** Copies the token first, since each request brings a string of its own. */
    @Benchmark
    public Tokens.Verification verify() {
        return tokens.verify(header.substring(BEARER.length()));
    }
}
