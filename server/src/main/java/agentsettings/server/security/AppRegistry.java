package agentsettings.server.security;

import agentsettings.core.apps.App;
import agentsettings.core.store.Directory;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * The apps as the database has them, at most {@link #FOLLOWING} behind, kept in memory because every request asks for one. Safe for
 * use by many threads.
 */
public final class AppRegistry implements AutoCloseable {

    static final Duration FOLLOWING = Duration.ofMillis(500);

    private static final System.Logger LOG = System.getLogger(AppRegistry.class.getName());

    private final Directory directory;
    private final ScheduledExecutorService follower;
    private volatile Map<String, App> apps;

    /** Reads the apps, and keeps following them. Takes the directory over. */
    public AppRegistry(Directory directory) {
        this.directory = directory;
        apps = read();
        follower = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("app-registry").daemon().factory());
        long millis = FOLLOWING.toMillis();
        var _ = follower.scheduleWithFixedDelay(this::follow, millis, millis, TimeUnit.MILLISECONDS);
    }

    public Optional<App> find(String appKey) {
        return Optional.ofNullable(apps.get(appKey));
    }

    @Override
    public void close() {
        follower.close();
        directory.close();
    }

    private void follow() {
        try {
            apps = read();
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "Can't read the apps; those read last stay in force", e);
        }
    }

    private Map<String, App> read() {
        Map<String, App> byKey = new HashMap<>();
        directory.apps().forEach(app -> byKey.put(app.key(), app));
        return byKey;
    }
}
