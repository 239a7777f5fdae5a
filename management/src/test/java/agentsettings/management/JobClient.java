package agentsettings.management;

import static org.assertj.core.api.Assertions.assertThat;

import agentsettings.management.ApiClient.Checked;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;

/** What tests ask of jobs, by a client with a key for a tenant space. Used by one thread. */
record JobClient(ApiClient api, String tenant) {

    private static final Duration JOB_MAX = Duration.ofSeconds(60);
    private static final Duration POLL = Duration.ofMillis(10);

    /** A new tenant space, with users {@code u1} to {@code uN} of accounts {@code a1} to {@code aN}. */
    static JobClient ofNewTenant(ApiClient api, int users) {
        JobClient client = new JobClient(api, "/tenants/" + Engine.newTenant(api));
        StringBuilder file = new StringBuilder("userId,account,name\n");
        for (int i = 1; i <= users; i++) {
            file.append('u')
                    .append(i)
                    .append(",acc")
                    .append(i)
                    .append(",Agent ")
                    .append(i)
                    .append('\n');
        }
        if (users > 0) {
            assertThat(client.imported("users", "create", file.toString())
                            .path("rowsApplied")
                            .asInt())
                    .isEqualTo(users);
        }
        return client;
    }

    /** Imports a file of CSV. */
    Checked send(String query, String file, String... headers) {
        String[] all = new String[headers.length + 2];
        System.arraycopy(headers, 0, all, 0, headers.length);
        all[headers.length] = "content-type";
        all[headers.length + 1] = "text/csv";
        return api.post(tenant + "/imports?" + query, file, all);
    }

    /** Imports a file, whose import is done; returns it. */
    JsonNode imported(String kind, String mode, String file) {
        JsonNode job = over(send("kind=" + kind + "&mode=" + mode, file));
        assertThat(job.path("state").asString()).as(job.toString()).isEqualTo("done");
        return job;
    }

    /** The job of a response, when it is over. */
    JsonNode over(Checked accepted) {
        assertThat(accepted.status()).as(accepted.text()).isEqualTo(202);
        return over(path(accepted));
    }

    static String path(Checked accepted) {
        return accepted.header("location").substring("/api/v1".length());
    }

    /** The job of this path, when it is over. */
    JsonNode over(String path) {
        long end = System.nanoTime() + JOB_MAX.toNanos();
        JsonNode job = api.get(path).json();
        while (job.path("endedAt").isNull() && System.nanoTime() < end) {
            LockSupport.parkNanos(POLL.toNanos());
            job = api.get(path).json();
        }
        return job;
    }

    /** The faults of an import's or a bulk change's rows, as in "3 callType invalid-value". */
    List<String> faults(String path) {
        return api.get(path + "/faults?limit=1000")
                .json()
                .path("items")
                .valueStream()
                .map(fault -> fault.path("row").asString() + " "
                        + fault.path("column").asString() + " "
                        + fault.path("code").asString())
                .toList();
    }

    static List<Integer> counts(JsonNode job) {
        return List.of(
                job.path("rowsRead").asInt(),
                job.path("rowsApplied").asInt(),
                job.path("rowsUnchanged").asInt(),
                job.path("rowsFaulty").asInt());
    }
}
