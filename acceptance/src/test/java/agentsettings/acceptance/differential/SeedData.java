package agentsettings.acceptance.differential;

import agentsettings.acceptance.differential.requests.RandomCredentials;
import agentsettings.acceptance.settings.SettingsClient;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What both databases hold at first: apps of two tenant spaces, and users with ids that only an exact comparison tells apart. */
final class SeedData {

    private static final String TENANT = SettingsClient.DEMO_TENANT;
    private static final String OTHER_TENANT = RandomCredentials.OTHER_TENANT;

    private static final String ADD_APP = """
            INSERT INTO app (app_key, tenant_id, edition, secret_hash, enabled, token_epoch, created_at)
            SELECT '%s', '%s', %s, secret_hash, %s, 0, created_at FROM app WHERE app_key = 'demo-app'
            """;
    private static final String ADD_USER = """
            INSERT INTO t_aicc_pub_appcube_user (tenant_id, user_id, sum_user_id, account, name, status, created_at)
            VALUES (?, ?, ?, ?, ?, '1', 0)
            """;
    private static final int ID_LENGTH_MAX = 64;
    private static final String ASTRAL = "😀";

    /** A user, and the tenant spaces in which it is. */
    private record SeededUser(String id, String sumId, List<String> tenants) {}

    private SeedData() {}

    /** Returns the USER_IDs of a client's users, and after them the SUM_USER_IDs. */
    static List<String> idsOf(int client) {
        List<SeededUser> users = usersOf(client);
        return Stream.concat(users.stream().map(SeededUser::id), users.stream().map(SeededUser::sumId))
                .distinct()
                .toList();
    }

    /** Adds everything beside the running servers, which notice the apps a moment later. */
    static void add(Connection database, int clients) throws SQLException {
        database.setAutoCommit(false);
        try (Statement statement = database.createStatement()) {
            statement.execute("INSERT INTO tenant_space (tenant_id, created_at) VALUES ('" + OTHER_TENANT + "', 0)");
            statement.execute(ADD_APP.formatted(RandomCredentials.APP_2025, TENANT, 2025, "enabled"));
            statement.execute(ADD_APP.formatted(RandomCredentials.OTHER_TENANTS_APP, OTHER_TENANT, 2023, "enabled"));
            statement.execute(ADD_APP.formatted(RandomCredentials.DISABLED_APP, TENANT, 2023, "NOT enabled"));
        }
        try (PreparedStatement insert = database.prepareStatement(ADD_USER)) {
            for (int client = 0; client < clients; client++) {
                addUsers(insert, client);
            }
        }
        database.commit();
    }

    private static void addUsers(PreparedStatement insert, int client) throws SQLException {
        List<SeededUser> users = usersOf(client);
        for (int i = 0; i < users.size(); i++) {
            for (String tenant : users.get(i).tenants) {
                insert.setString(1, tenant);
                insert.setString(2, users.get(i).id);
                insert.setString(3, users.get(i).sumId);
                insert.setString(4, "seeded-%s-%s".formatted(client, i));
                insert.setString(5, users.get(i).id);
                insert.executeUpdate();
            }
        }
    }

    private static List<SeededUser> usersOf(int client) {
        String prefix = "u" + client + "-";
        String longest = prefix + ASTRAL.repeat(ID_LENGTH_MAX - prefix.length());
        List<SeededUser> users = new ArrayList<>(List.of(
                new SeededUser(prefix + "both", prefix + "sum-both", List.of(TENANT, OTHER_TENANT)),
                new SeededUser(prefix + "one", "9" + client + "7", List.of(TENANT)),
                // the SUM_USER_ID of one is the USER_ID of another
                new SeededUser(prefix + "wins", prefix + "sum-wins", List.of(TENANT, OTHER_TENANT)),
                new SeededUser(prefix + "loses", prefix + "wins", List.of(TENANT, OTHER_TENANT)),
                new SeededUser(prefix + "other", prefix + "sum-other", List.of(OTHER_TENANT)),
                new SeededUser(longest, longest, List.of(TENANT))));
        for (String end : List.of("case", "CASE", "é", "e\u0301", "ß", "ss", "'\"\\%_", "{a,b}", "NULL", ASTRAL)) {
            users.add(new SeededUser(prefix + end, prefix + "sum-" + end, List.of(TENANT)));
        }
        return users;
    }
}
