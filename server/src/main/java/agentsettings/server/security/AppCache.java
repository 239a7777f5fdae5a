package agentsettings.server.security;

import agentsettings.core.apps.App;
import agentsettings.core.apps.SigningKey;
import agentsettings.core.store.DatabaseFact;
import agentsettings.core.store.Directory;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Caches all apps and signing keys, which every request needs, and refreshes them every {@link #REFRESH_INTERVAL}. While the database
 * can't be read, keeps those last read. Safe for use by many threads.
 */
public final class AppCache implements AutoCloseable {

    static final Duration REFRESH_INTERVAL = Duration.ofMillis(500);

    private static final System.Logger LOG = System.getLogger(AppCache.class.getName());

    private final Directory directory;
    private final boolean acceptsDemo;
    private final KeyRotation rotation;
    private final InstantSource clock;
    private final ScheduledExecutorService refresher = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("app-cache").daemon().factory());
    private volatile Snapshot snapshot = new Snapshot(Map.of(), new KeyRing(List.of()));
    private boolean failing;
    private boolean refusingDemo;
    private List<String> loggedUnreadable = List.of();

    /** What one refresh read. */
    private record Snapshot(Map<String, App> apps, KeyRing keys) {}

    /** Reads the database once, and rotates the signing keys if due. */
    AppCache(Directory directory, boolean acceptsDemo, Duration keyLife, InstantSource clock) {
        this.directory = directory;
        this.acceptsDemo = acceptsDemo;
        this.rotation = new KeyRotation(directory, keyLife);
        this.clock = clock;
        readAndRotate();
    }

    /**
     * Reads the database, and refreshes periodically until closed.
     *
     * @param directory used by no other thread until then
     * @param acceptsDemo whether the apps of a demo's database, whose credentials are public, are accepted
     * @param keyLife the age at which a signing key gets a successor
     */
    public static AppCache start(Directory directory, boolean acceptsDemo, Duration keyLife, InstantSource clock) {
        AppCache appCache = new AppCache(directory, acceptsDemo, keyLife, clock);
        long millis = REFRESH_INTERVAL.toMillis();
        var _ = appCache.refresher.scheduleWithFixedDelay(appCache::refresh, millis, millis, TimeUnit.MILLISECONDS);
        return appCache;
    }

    public Optional<App> app(String key) {
        return Optional.ofNullable(snapshot.apps.get(key));
    }

    KeyRing keys() {
        return snapshot.keys;
    }

    /** Reads the database again, and logs the first failure and the recovery. Used by one thread. */
    void refresh() {
        try {
            readAndRotate();
            if (failing) {
                LOG.log(System.Logger.Level.INFO, "Apps and signing keys are refreshed again");
            }
            failing = false;
        } catch (Throwable failure) { // an Error must not end the refreshing
            if (!failing) {
                LOG.log(
                        System.Logger.Level.WARNING,
                        "Can't refresh apps and signing keys; using those last read",
                        failure);
            }
            failing = true;
        }
    }

    /** Publishes what it read before it rotates keys, since a full disk may prevent the rotation. */
    private void readAndRotate() {
        read();
        if (rotation.rotate(keys().keys(), clock.instant())) {
            read();
        }
    }

    /** Publishes the apps before it reads the keys, since a key that can't be read must not delay a revocation. */
    private void read() {
        Map<String, App> apps = new HashMap<>();
        acceptedApps().forEach(app -> apps.put(app.key(), app));
        snapshot = new Snapshot(apps, keys());
        List<SigningKey> keys = directory.signingKeys();
        if (!keys.equals(keys().keys())) {
            snapshot = new Snapshot(apps, new KeyRing(keys));
        }
    }

    /** Looks for the mark of a demo after the apps, since it is set before the demo's app is added. */
    private List<App> acceptedApps() {
        List<App> apps = readableApps();
        boolean refuses = !acceptsDemo && directory.fact(DatabaseFact.DEMO).isPresent();
        if (refuses && !refusingDemo) {
            LOG.log(
                    System.Logger.Level.ERROR,
                    "The database was made a demo, whose credentials are public; no app is accepted. Serve another"
                            + " database.");
        }
        refusingDemo = refuses;
        return refuses ? List.of() : apps;
    }

    /** Logs about each app that can't be read, when they change. */
    private List<App> readableApps() {
        List<String> unreadable = new ArrayList<>();
        List<App> apps = directory.apps(unreadable::add);
        if (!unreadable.equals(loggedUnreadable)) {
            unreadable.forEach(sentence -> LOG.log(System.Logger.Level.ERROR, sentence));
            loggedUnreadable = unreadable;
        }
        return apps;
    }

    @Override
    public void close() {
        refresher.close();
    }
}
