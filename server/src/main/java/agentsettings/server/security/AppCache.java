package agentsettings.server.security;

import agentsettings.core.apps.App;
import agentsettings.core.apps.ManagementKey;
import agentsettings.core.apps.NumberCheck;
import agentsettings.core.apps.SigningKey;
import agentsettings.core.apps.TenantSpace;
import agentsettings.core.store.DatabaseFact;
import agentsettings.core.store.Directory;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Caches all apps, management keys, number checks and signing keys, which every request needs, and refreshes them every {@link
 * #REFRESH_INTERVAL}. While the database can't be read, keeps those last read. Also records when management keys were used, off the
 * path of requests, and removes expired requests every hour. Safe for use by many threads.
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
    private volatile Snapshot snapshot = new Snapshot(Map.of(), Map.of(), Map.of());
    private volatile KeyRing keys = new KeyRing(List.of());
    /** The hour of its last use, by the id of each management key that this process has seen in use. */
    private final Map<String, Instant> keyUses = new ConcurrentHashMap<>();

    private Map<String, Instant> recordedKeyUses = Map.of();
    private Instant hourOfRemoval;
    private boolean failing;
    private boolean refusingDemo;
    private List<String> loggedUnreadable = List.of();

    /** What one refresh read, without the signing keys. The number checks are those that are not off, by tenant space. */
    private record Snapshot(Map<String, App> apps, Map<String, ManagementKey> keys, Map<String, NumberCheck> checks) {}

    /** Reads the database once, and rotates the signing keys if due. */
    AppCache(Directory directory, boolean acceptsDemo, Duration keyLife, InstantSource clock) {
        this.directory = directory;
        this.acceptsDemo = acceptsDemo;
        this.rotation = new KeyRotation(directory, keyLife);
        this.clock = clock;
        this.hourOfRemoval = hour();
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

    /** The number check of a tenant space. */
    NumberCheck numberCheck(String tenantId) {
        return snapshot.checks.getOrDefault(tenantId, NumberCheck.OFF);
    }

    Optional<ManagementKey> managementKey(String id) {
        return Optional.ofNullable(snapshot.keys.get(id));
    }

    /** Remembers that the management key was used, to be recorded in the database by the next refresh. */
    void noteUse(ManagementKey key) {
        Instant hour = hour();
        if (!hour.equals(keyUses.get(key.id()))) {
            keyUses.put(key.id(), hour);
        }
    }

    private Instant hour() {
        return clock.instant().truncatedTo(ChronoUnit.HOURS);
    }

    KeyRing keys() {
        return keys;
    }

    /** Reads the database again, and logs the first failure and the recovery. Used by one thread. */
    void refresh() {
        try {
            readAndRotate();
            if (failing) {
                LOG.log(System.Logger.Level.INFO, "Apps and keys are refreshed again");
            }
            failing = false;
        } catch (Throwable failure) { // an Error must not end the refreshing
            if (!failing) {
                LOG.log(System.Logger.Level.WARNING, "Can't refresh apps and keys; using those last read", failure);
            }
            failing = true;
        }
    }

    /** Publishes what it read before it writes, which a full disk may prevent. */
    private void readAndRotate() {
        read();
        recordKeyUse();
        if (rotation.rotate(keys().keys(), clock.instant())) {
            read();
        }
        removeExpiredRequests();
    }

    /** Publishes the apps before it reads the keys, since a key that can't be read must not delay a revocation. */
    private void read() {
        List<String> unreadable = new ArrayList<>();
        List<App> apps = directory.apps(unreadable::add);
        List<ManagementKey> managementKeys = directory.managementKeys(unreadable::add).stream()
                .filter(key -> acceptsDemo || !key.id().equals(KeyAuthenticator.DEMO_KEY.id()))
                .toList();
        Map<String, NumberCheck> checks = directory.tenantSpaces(unreadable::add).stream()
                .filter(space -> space.numberCheck() != NumberCheck.OFF)
                .collect(Collectors.toMap(TenantSpace::id, TenantSpace::numberCheck));
        log(unreadable);
        snapshot = refusesDemo() // asked last, since the mark of a demo is set before the demo's app and key are added
                ? new Snapshot(Map.of(), Map.of(), checks)
                : new Snapshot(byKey(apps, App::key), byKey(managementKeys, ManagementKey::id), checks);
        List<SigningKey> signingKeys = directory.signingKeys();
        if (!signingKeys.equals(keys.keys())) {
            keys = new KeyRing(signingKeys);
        }
    }

    private static <T> Map<String, T> byKey(List<T> all, Function<T, String> key) {
        return all.stream().collect(Collectors.toMap(key, Function.identity()));
    }

    /** Writes only what was not written before, at most once an hour for each key. */
    private void recordKeyUse() {
        keyUses.keySet().retainAll(snapshot.keys.keySet());
        Map<String, Instant> uses = Map.copyOf(keyUses);
        if (!uses.equals(recordedKeyUses)) {
            directory.recordKeyUse(uses);
            recordedKeyUses = uses;
        }
    }

    private void removeExpiredRequests() {
        Instant hour = hour();
        if (!hour.equals(hourOfRemoval)) {
            directory.removeExpiredRequests(clock.instant());
            hourOfRemoval = hour;
        }
    }

    /** Whether the database is a demo and no demo is served. Logs when that begins. */
    private boolean refusesDemo() {
        boolean refuses = !acceptsDemo && directory.fact(DatabaseFact.DEMO).isPresent();
        if (refuses && !refusingDemo) {
            LOG.log(
                    System.Logger.Level.ERROR,
                    "The database was made a demo, whose credentials are public; no app and no management key is"
                            + " accepted. Serve another database.");
        }
        refusingDemo = refuses;
        return refuses;
    }

    /** Logs about each row that can't be read, when they change. */
    private void log(List<String> unreadable) {
        if (!unreadable.equals(loggedUnreadable)) {
            unreadable.forEach(sentence -> LOG.log(System.Logger.Level.ERROR, sentence));
            loggedUnreadable = unreadable;
        }
    }

    @Override
    public void close() {
        refresher.close();
    }
}
