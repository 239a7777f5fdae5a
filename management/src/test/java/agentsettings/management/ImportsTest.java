package agentsettings.management;

import static org.assertj.core.api.Assertions.assertThat;

import agentsettings.management.ApiClient.Checked;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** Files are imported: checked, applied, counted and reported row by row. */
@ParameterizedClass
@EnumSource(Engine.class)
final class ImportsTest {

    private static final String HEADER =
            "userId,callType,displayNumbers,defaultDisplayNumber,softphoneNumbers,defaultSoftphoneNumber\n";

    private final Engine engine;
    private ApiClient api;
    private JobClient jobs;

    ImportsTest(Engine engine) {
        this.engine = engine;
    }

    @BeforeEach
    void connect() {
        api = engine.admin();
        jobs = JobClient.ofNewTenant(api, 4);
    }

    @AfterEach
    void disconnect() {
        api.close();
    }

    private JsonNode settings(String userId) {
        return api.get(jobs.tenant() + "/users/" + userId + "/settings").json();
    }

    @Test
    void settingsOfAFileAreStored() {
        Checked sent = jobs.send(
                "kind=settings",
                HEADER + "u1,direct,+491|+492,+491,7001,7001\nu2,passThrough,,,,\nu3,bidirectional,,,,\n");
        JsonNode job = jobs.over(sent);

        assertThat(job.path("state").asString()).isEqualTo("done");
        assertThat(job.path("mode").asString()).isEqualTo("upsert");
        assertThat(JobClient.counts(job)).containsExactly(3, 3, 0, 0);
        assertThat(job.path("bytesRead")).isEqualTo(job.path("bytes"));
        assertThat(settings("u1").path("displayNumbers").toString()).isEqualTo("[\"+491\",\"+492\"]");
        assertThat(settings("u2").path("callType").asString()).isEqualTo("passThrough");
        assertThat(JobClient.counts(
                        jobs.imported("settings", "upsert", HEADER + "u2,passThrough,,,,\nu3,direct,,,,\n")))
                .containsExactly(2, 1, 1, 0);
    }

    @Test
    void theHistoryNamesTheImportAndWhoStartedIt() {
        JsonNode job = jobs.imported("settings", "create", HEADER + "u1,direct,,,,\n");
        JsonNode actor = api.get(jobs.tenant() + "/users/u1/history")
                .json()
                .path("items")
                .path(0)
                .path("actor");

        assertThat(actor.path("kind").asString()).isEqualTo("managementKey");
        assertThat(actor.path("name")).isEqualTo(job.path("startedBy").path("name"));
        assertThat(actor.path("job")).isEqualTo(job.path("id"));
    }

    @Test
    void aFaultyRowKeepsTheWholeFileFromBeingApplied() {
        Checked sent = jobs.send("kind=settings&faults=stop", HEADER + "u1,direct,,,,\nnobody,,,,,\nu2,sideways,,,,\n");
        JsonNode job = jobs.over(sent);

        assertThat(job.path("state").asString()).isEqualTo("failed");
        assertThat(job.path("failure").asString()).isEqualTo("2 rows are faulty; nothing was applied.");
        assertThat(JobClient.counts(job)).containsExactly(3, 1, 0, 2);
        assertThat(jobs.faults(JobClient.path(sent)))
                .containsExactly("3 userId unknown-user", "4 callType invalid-value");
        assertThat(api.get(JobClient.path(sent) + "/faults")
                        .json()
                        .path("items")
                        .findValuesAsString("userId"))
                .containsExactly("nobody", "u2");
        assertThat(api.get(jobs.tenant() + "/users/u1/settings").status()).isEqualTo(404);
    }

    @Test
    void faultyRowsAreSkippedIfTheClientWants() {
        Checked sent = jobs.send("kind=settings&faults=skip", HEADER + "u1,direct,,,,\nnobody,,,,,\nu2,direct,,,,\n");
        JsonNode job = jobs.over(sent);

        assertThat(job.path("state").asString()).isEqualTo("done");
        assertThat(JobClient.counts(job)).containsExactly(3, 2, 0, 1);
        assertThat(settings("u2").path("callType").asString()).isEqualTo("direct");
    }

    @Test
    void aRowTakesTheAccountThatTheRowBeforeFrees() {
        JsonNode job =
                jobs.imported("users", "upsert", "userId,account,name\nu1,free1,A\nu9,acc1,B\nu4,free4,C\nu2,acc4,D\n");
        assertThat(JobClient.counts(job)).containsExactly(4, 4, 0, 0);
        assertThat(List.of(account("u9"), account("u2"))).containsExactly("acc1", "acc4");
    }

    private String account(String userId) {
        return api.get(jobs.tenant() + "/users/" + userId)
                .json()
                .path("account")
                .asString();
    }

    @Test
    void rowsWithNumbersThatAreNotAllottedAreCountedOrRefused() {
        api.patch(jobs.tenant(), "{\"numberCheck\":\"warn\"}");
        String file = HEADER + "u1,direct,+491|+492,,7001,\nu2,direct,,,,\n";
        assertThat(jobs.imported("settings", "create", file).path("rowsWarned").asInt())
                .isEqualTo(1);
        JsonNode sameNumbers = jobs.imported("settings", "upsert", file.replace("direct", "passThrough"));
        assertThat(JobClient.counts(sameNumbers)).containsExactly(2, 2, 0, 0);
        assertThat(sameNumbers.path("rowsWarned").asInt()).isZero();

        api.patch(jobs.tenant(), "{\"numberCheck\":\"enforce\"}");
        Checked sent = jobs.send("kind=settings", HEADER + "u1,direct,+491|+493|+494,,7001,\n");
        jobs.over(sent);
        assertThat(api.get(JobClient.path(sent) + "/faults")
                        .json()
                        .path("items")
                        .findValuesAsString("detail"))
                .containsExactly(
                        "number 2: is not allotted to the tenant space as a display number.",
                        "number 3: is not allotted to the tenant space as a display number.");
    }

    @Test
    void aDryRunAppliesNothing() {
        JsonNode job = jobs.over(jobs.send("kind=settings&dryRun=true", HEADER + "u1,direct,,,,\nnobody,,,,,\n"));

        assertThat(job.path("state").asString()).isEqualTo("done");
        assertThat(JobClient.counts(job)).containsExactly(2, 1, 0, 1);
        assertThat(api.get(jobs.tenant() + "/users/u1/settings").status()).isEqualTo(404);
    }

    @Test
    void aFileThatCannotBeReadToItsEndFails() {
        Checked sent = jobs.send("kind=settings&faults=skip", HEADER + "u1,direct,,,,\nu2,\"direct,,,,\n");
        JsonNode job = jobs.over(sent);

        assertThat(job.path("state").asString()).isEqualTo("failed");
        assertThat(job.path("failure").asString()).startsWith("Row 3: ");
        assertThat(JobClient.counts(job)).containsExactly(1, 1, 0, 0);
        JsonNode fault =
                api.get(JobClient.path(sent) + "/faults").json().path("items").path(0);
        assertThat(fault.path("row").asInt()).isEqualTo(3);
        assertThat(fault.path("code").asString()).isEqualTo("unclosed-quote");
    }

    @Test
    void everyWrongColumnIsNamed() {
        Checked sent = jobs.send("kind=settings", "userId,displayNumber,colour\n");
        JsonNode job = jobs.over(sent);

        assertThat(jobs.faults(JobClient.path(sent)))
                .containsExactly("1 displayNumber unknown-column", "1 colour unknown-column");
        assertThat(job.path("failure").asString())
                .isEqualTo("Row 1: displayNumber is not known. Did you mean displayNumbers? colour is not known.");
    }

    @Test
    void everyMissingColumnIsNamed() {
        JsonNode job = jobs.over(jobs.send("kind=settings&mode=replace", "userId,callType,displayNumbers\nu1,,\n"));

        assertThat(job.path("failure").asString())
                .isEqualTo(
                        "Row 1: defaultDisplayNumber is missing from the header. softphoneNumbers is missing from the"
                                + " header. defaultSoftphoneNumber is missing from the header.");
    }

    @Test
    void manyRowsAreAppliedInManySteps() {
        int users = 3000;
        JobClient many = JobClient.ofNewTenant(api, users);
        String file = IntStream.rangeClosed(1, users)
                .mapToObj(i -> "u" + i + ",direct,,,,\n")
                .collect(Collectors.joining("", HEADER, ""));

        assertThat(JobClient.counts(many.imported("settings", "create", file))).containsExactly(users, users, 0, 0);
        assertThat(api.get(many.tenant() + "/settings?count=true&limit=1")
                        .json()
                        .path("total")
                        .asInt())
                .isEqualTo(users);
    }

    @Test
    void anImportIsSentAgainWithoutBeingDoneAgain() {
        String file = HEADER + "u1,direct,,,,\n";
        Checked first = jobs.send("kind=settings", file, "idempotency-key", "import-1");
        jobs.over(first);
        Checked again = jobs.send("kind=settings", file, "idempotency-key", "import-1");

        assertThat(again.status()).isEqualTo(202);
        assertThat(again.header("location")).isEqualTo(first.header("location"));
        assertThat(jobs.send("kind=settings", file + "u2,,,,,\n", "idempotency-key", "import-1")
                        .problem())
                .isEqualTo("invalid-request");
        assertThat(api.get(jobs.tenant() + "/imports").json().path("items").size())
                .isEqualTo(2);
    }

    @Test
    void importsAreListedNewestFirstAndAreNotThoseOfOthers() {
        JsonNode users =
                api.get(jobs.tenant() + "/imports").json().path("items").path(0);
        JsonNode settings = jobs.imported("settings", "create", HEADER + "u1,direct,,,,\n");

        assertThat(api.get(jobs.tenant() + "/imports").json().path("items").valueStream())
                .extracting(job -> job.path("id").asString())
                .containsExactly(
                        settings.path("id").asString(), users.path("id").asString());
        JobClient other = JobClient.ofNewTenant(api, 0);
        String id = settings.path("id").asString();
        assertThat(api.get(other.tenant() + "/imports/" + id).status()).isEqualTo(404);
        assertThat(api.get(jobs.tenant() + "/bulk-changes/" + id).status()).isEqualTo(404);
    }

    @Test
    void whatWasAppliedBeforeAnImportIsCancelledStays() {
        int users = 20_000;
        StringBuilder file = new StringBuilder("userId,account,name\n");
        IntStream.range(0, users).forEach(i -> file.append("c" + i + ",account" + i + ",Agent\n"));
        Checked sent = jobs.send("kind=users&mode=create&faults=skip", file.toString());
        while (api.get(JobClient.path(sent)).json().path("rowsApplied").asInt() == 0) {
            Thread.onSpinWait();
        }

        assertThat(api.delete(JobClient.path(sent)).status()).isEqualTo(200);

        JsonNode job = jobs.over(JobClient.path(sent));
        assertThat(job.path("state").asString()).isEqualTo("cancelled");
        assertThat(job.path("rowsApplied").asInt()).isBetween(1, users - 1);
        assertThat(api.get(jobs.tenant() + "/users?count=true&q=account").json().path("total"))
                .isEqualTo(job.path("rowsApplied"));
    }

    @Test
    void anImportThatIsOverCannotBeCancelled() {
        Checked sent = jobs.send("kind=settings", HEADER + "u1,direct,,,,\n");
        jobs.over(sent);

        Checked cancelled = api.delete(JobClient.path(sent));
        assertThat(cancelled.problem()).isEqualTo("wrong-state");
        assertThat(cancelled.json().path("detail").asString()).endsWith(" is done already; nothing was cancelled.");
        assertThat(api.get(JobClient.path(sent)).json().path("state").asString())
                .isEqualTo("done");
    }

    @Test
    void aRequestThatIsNotAsTheDocumentSaysIsRefused() {
        assertThat(jobs.send("mode=create", HEADER).errors()).containsExactly("kind is required.");
        assertThat(jobs.send("kind=settings", HEADER, "content-encoding", "br").problem())
                .isEqualTo("unsupported-media-type");
        assertThat(jobs.send("kind=settings", HEADER, "content-encoding", "gzip")
                        .problem())
                .isEqualTo("invalid-request");
        assertThat(api.get(jobs.tenant() + "/imports").json().path("items").size())
                .isEqualTo(1);
    }
}
