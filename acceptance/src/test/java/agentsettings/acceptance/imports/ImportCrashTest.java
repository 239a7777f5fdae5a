package agentsettings.acceptance.imports;

import static org.assertj.core.api.Assertions.assertThat;

import agentsettings.acceptance.PostgresForTests;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An import goes on where it was when its server is killed, on the server that is started again or on another one, and applies no row
 * twice. Another number of rounds is taken from
 * {@code -Dimport.rounds}, another number of rows from {@code -Dimport.rows}.
 */
final class ImportCrashTest {

    private static final int ROUNDS = Integer.getInteger("import.rounds", 1);
    private static final int ROWS = Integer.getInteger("import.rows", 2_000);
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    Path folder;

    private final Random random = new Random();
    private int killedMidway;

    @Test
    void eachRowIsAppliedOnceWhenTheServerIsKilled() throws Exception {
        try (ImportNode node =
                new ImportNode(List.of("--data", folder.resolve("data").toString()))) {
            importUnderKills(node, node, "SQLite");
        }
    }

    @Test
    void anotherNodeGoesOnWhenTheServerIsKilledOnPostgres() throws Exception {
        List<String> database = PostgresForTests.withNewDatabase(folder).options();
        try (ImportNode node = new ImportNode(database);
                ImportNode other = new ImportNode(database)) {
            importUnderKills(node, other, "PostgreSQL");
        }
    }

    /**
     * Imports in rounds, and kills the server in the middle of each.
     *
     * @param survivor goes on with the imports; may be the killed server, started again
     */
    private void importUnderKills(ImportNode killed, ImportNode survivor, String engine) throws Exception {
        killed.createTenant();
        requireAllApplied(killed.awaitEnd(killed.begin("kind=users&mode=create", users())));
        for (int round = 1; round <= ROUNDS; round++) {
            requireAllApplied(importAndKill(killed, survivor, round));
            requireVersions(survivor, round);
        }
        assertThat(killedMidway).as("imports that were killed midway").isPositive();
        System.out.printf(
                "ImportCrashTest: %s: %d imports of %d rows, %d killed midway%n", engine, ROUNDS, ROWS, killedMidway);
    }

    private static String users() {
        return rows("userId,account,name\n", i -> "u" + i + ",account" + i + ",Agent");
    }

    private static String rows(String header, IntFunction<String> row) {
        return IntStream.range(0, ROWS).mapToObj(row).collect(Collectors.joining("\n", header, "\n"));
    }

    /** Each import changes the settings of every user. */
    private JsonNode importAndKill(ImportNode node, ImportNode survivor, int round)
            throws IOException, InterruptedException {
        String file = rows("userId,callType,displayNumbers\n", i -> "u" + i + ",direct,+49" + round);
        String path = node.begin("kind=settings&mode=upsert&faults=skip", file);
        JsonNode before = node.awaitRows(path, 1 + random.nextInt(ROWS / 2));
        node.kill();
        killedMidway += before.path("endedAt").isNull() ? 1 : 0;
        if (survivor == node) {
            node.start();
        }
        JsonNode end = survivor.awaitEnd(path);
        if (survivor != node) {
            node.start();
        }
        return end;
    }

    private static void requireAllApplied(JsonNode job) {
        assertThat(job.path("state").asString()).as(job.toString()).isEqualTo("done");
        assertThat(List.of(
                        job.path("rowsRead").asInt(),
                        job.path("rowsApplied").asInt(),
                        job.path("rowsUnchanged").asInt(),
                        job.path("rowsFaulty").asInt()))
                .containsExactly(ROWS, ROWS, 0, 0);
    }

    /** Each applied row has made one version, so that the version counts how often a user's rows were applied. */
    private static void requireVersions(ImportNode node, int version) throws IOException, InterruptedException {
        String after = "";
        int seen = 0;
        while (after != null) {
            JsonNode page = JSON.readTree(node.send(
                            "GET",
                            "/api/v1/tenants/" + ImportNode.TENANT + "/settings?limit=1000" + after,
                            "application/json",
                            null)
                    .body());
            for (JsonNode settings : page.path("items")) {
                assertThat(settings.path("version").asInt()).isEqualTo(version);
                seen++;
            }
            after = page.has("next") ? "&after=" + page.path("next").asString() : null;
        }
        assertThat(seen).isEqualTo(ROWS);
    }
}
