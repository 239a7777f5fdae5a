package agentsettings.server;

import static agentsettings.server.security.KeyAuthenticator.DEMO_KEY;

import agentsettings.core.apps.App;
import agentsettings.core.apps.App.PreviousSecret;
import agentsettings.core.apps.Caller;
import agentsettings.core.apps.Edition;
import agentsettings.core.apps.ManagementKey;
import agentsettings.core.apps.Role;
import agentsettings.core.rules.UserDraft;
import agentsettings.core.rules.UserRules;
import agentsettings.core.store.DatabaseFact;
import agentsettings.core.store.Directory;
import agentsettings.core.store.Store;
import agentsettings.server.config.ServerConfig;
import agentsettings.server.secrets.SecretHashes;
import agentsettings.storage.Database;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;

/** The data of {@code serve --demo}: the vendor's example tenant space with its users, an app, a management key, and twenty more users. */
record DemoData(Directory directory, Store store) {

    private static final Caller DEMO = Caller.ofApp("202205116084", "demo-app");
    private static final String SECRET = "demo-app-secret-for-local-use-only";
    private static final int MORE_USERS = 20;

    /** What a server adds to any database by itself. */
    private static final Set<String> TABLES_OF_SERVERS = Set.of("signing_key", "database_fact");

    /**
     * Requires that the database is served as what it is: a demo as a demo, any other as no demo.
     *
     * @throws IllegalStateException if not, with what to do as its message
     */
    static void requireAgreement(boolean demo, Database database, Directory directory) {
        boolean isDemo = directory.fact(DatabaseFact.DEMO).isPresent();
        if (isDemo && !demo) {
            throw new IllegalStateException(database + " is a demo, whose credentials are public. Start it with --demo"
                    + " on a loopback address, or choose another database or data folder.");
        } else if (demo && !isDemo) {
            requireEmpty(database);
        }
    }

    private static void requireEmpty(Database database) {
        database.rowCounts().forEach((table, rows) -> {
            if (rows > 0 && !TABLES_OF_SERVERS.contains(table)) {
                throw new IllegalStateException("--demo: " + database + " is in use: its table " + table + " has "
                        + rows + " rows. Choose an empty database or data folder.");
            }
        });
    }

    /**
     * Requires, unless every address is a loopback one, that nobody is let in by the demo's credentials, which are public. They are in
     * a database that was a demo before, or that someone has given them.
     *
     * @throws IllegalStateException if an app or a management key has them, with what to do as its message
     */
    static void requireNoPublicCredentials(ServerConfig config, Directory directory, SecretHashes hashes) {
        boolean managed = config.management().port().isPresent();
        if (isLoopback(config.http().host())
                && (!managed || isLoopback(config.management().host()))) {
            return;
        }
        for (App app : directory.apps(unreadable -> {})) {
            PreviousSecret previous = app.previousSecret();
            if (hashes.matches(SECRET, app.secretHash(), previous == null ? "" : previous.hash())) {
                throw refused("The app " + app.key(), "app rotate-secret");
            }
        }
        for (ManagementKey key : directory.managementKeys(unreadable -> {})) {
            if (key.id().equals(DEMO_KEY.id()) && hashes.matches(DEMO_KEY, key.secretHash())) {
                throw refused("The management key " + key.id(), "key revoke");
            }
        }
    }

    private static IllegalStateException refused(String holder, String command) {
        return new IllegalStateException(
                holder + " has the credentials of the demo, which are public, and the address is no"
                        + " loopback address. Run \"agentsettings " + command + "\", or serve on a loopback address.");
    }

    /** An address that can't be found is none; listening on it fails with its own message. */
    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            return false;
        }
    }

    /**
     * Marks the database as a demo, then adds the app, the key and the users that are missing, so that a start completes what an interrupted one
     * began.
     */
    void add(SecretHashes hashes, InstantSource clock) {
        directory.addFact(DatabaseFact.DEMO, "");
        Instant now = clock.instant();
        directory.addApp(App.create(DEMO.actor().name(), DEMO.tenantId(), Edition.E2023, hashes.hash(SECRET), now));
        directory.addManagementKey(
                new ManagementKey(DEMO_KEY.id(), "Demo", Role.ADMIN, null, hashes.hash(DEMO_KEY), now, null, null));
        addUser("10gg000000y6OOrNaUFs", "1652268429538866153", "y111");
        addUser("1660270845627002401", "1660270845627002401", "y112");
        for (int i = 1; i <= MORE_USERS; i++) {
            String number = (i < 10 ? "0" : "") + i;
            addUser("10gg000000demoUser" + number, Long.toString(1_700_000_000_000_000_000L + i), "demo" + number);
        }
    }

    private void addUser(String userId, String sumUserId, String account) {
        UserDraft draft = new UserDraft(account, account, null, null, null, null);
        store.write(UserRules.add(DEMO, userId, sumUserId, draft))
                .toCompletableFuture()
                .join();
    }
}
