package agentsettings.management;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Health and metrics are read without a key, on the management interface's port alone. */
final class MonitoringTest {

    private static final String SETTINGS = "/apiaccess/CC-Management/v1/openapp/agentsettings/";

    private static final Pattern TYPE = Pattern.compile("(?m)^# TYPE ([a-z0-9_]+) ");

    /** The name of a metric, without what a histogram adds to it. */
    private static final Pattern NAME = Pattern.compile(
            "\\b((?:http_server|agentsettings|jvm|process|system)_[a-z0-9_]+?)(?:_bucket|_count|_sum)?\\b(?![a-z0-9_])");

    private final HttpClient http = HttpClient.newHttpClient();

    @AfterEach
    void close() {
        http.close();
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aServiceThatWorksIsAliveAndReady(Engine engine) throws Exception {
        assertThat(get(engine, "/health/live").body()).isEqualTo("{\"status\":\"up\"}");
        HttpResponse<String> ready = get(engine, "/health/ready");
        assertThat(ready.statusCode()).isEqualTo(200);
        JsonNode body = new JsonMapper().readTree(ready.body());
        assertThat(body.path("status").asString()).isEqualTo("up");
        assertThat(body.path("checks").valueStream().map(JsonNode::asString))
                .hasSizeGreaterThan(3)
                .containsOnly("up");
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void requestsAndBatchesAreCounted(Engine engine) throws Exception {
        double created = value(engine, "operation=\"create\",return_code=\"0\",status=\"200\"");
        double refused = value(engine, "operation=\"create\",return_code=\"2003\",status=\"401\"");
        double unknown = value(engine, "operation=\"unknown\",return_code=\"4001\",status=\"404\"");
        double tokens = value(engine, "operation=\"tokenByAkSk\",return_code=\"2003\",status=\"401\"");
        double batches = sample(engine, "agentsettings_storage_batch_size_count");
        double commits = sample(engine, "agentsettings_storage_commit_seconds_count");
        String user = "{\"userId\":\"10gg000000demoUser19\"}";
        post(engine, SETTINGS + "delete", "demo-app", user);
        assertThat(post(engine, SETTINGS + "create", "demo-app", user)).contains("\"0\"");
        assertThat(post(engine, SETTINGS + "create", "secret-name", user)).contains("\"2003\"");
        assertThat(post(engine, "/secret-path", "demo-app", user)).contains("\"4001\"");
        String credentials = "{\"app_key\":\"secret-name\",\"app_secret\":\"0123456789012345678901\"}";
        assertThat(post(engine, "/apigovernance/api/oauth/tokenByAkSk", "demo-app", credentials))
                .contains("2003");

        assertThat(value(engine, "operation=\"create\",return_code=\"0\",status=\"200\""))
                .isEqualTo(created + 1);
        assertThat(value(engine, "operation=\"create\",return_code=\"2003\",status=\"401\""))
                .isEqualTo(refused + 1);
        assertThat(value(engine, "operation=\"unknown\",return_code=\"4001\",status=\"404\""))
                .isEqualTo(unknown + 1);
        assertThat(value(engine, "operation=\"tokenByAkSk\",return_code=\"2003\",status=\"401\""))
                .isEqualTo(tokens + 1);
        assertThat(sample(engine, "agentsettings_storage_batch_size_count")).isGreaterThan(batches);
        assertThat(sample(engine, "agentsettings_storage_commit_seconds_count")).isGreaterThan(commits);
        assertThat(sample(engine, "agentsettings_ready")).isEqualTo(1);
        assertThat(metrics(engine)).doesNotContain("demo-app", "demoUser", "secret-name", "secret-path", "demoadmn");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/metrics", "/health/live", "/health/ready"})
    void theyAreReadByGetAndNotOnTheVendorsPort(String path) throws Exception {
        HttpRequest post = HttpRequest.newBuilder(Engine.SQLITE.server().management(path))
                .POST(BodyPublishers.noBody())
                .build();
        HttpResponse<String> refused = http.send(post, BodyHandlers.ofString());
        assertThat(refused.statusCode()).isEqualTo(405);
        assertThat(refused.headers().firstValue("allow")).hasValue("GET");
        assertThat(get(Engine.SQLITE.server().vendor(path)).statusCode()).isEqualTo(404);
        assertThat(get(Engine.SQLITE, path + "/").statusCode()).isEqualTo(404);
    }

    @Test
    void theMetricsAreInTheFormatThatPrometheusNegotiates() throws Exception {
        HttpResponse<String> response = get(Engine.SQLITE, "/metrics");
        assertThat(response.headers().firstValue("content-type")).hasValue("text/plain; version=0.0.4; charset=utf-8");
        assertThat(response.body().lines())
                .allMatch(line -> line.matches("# (HELP|TYPE) [a-z0-9_]+ .*|[a-z0-9_]+(\\{.*\\})? [-+.0-9A-Za-z]+"));
    }

    @Test
    @Timeout(60)
    void everyMetricThatTheDashboardTheAlertsAndTheOperatorsPageNameExists() throws Exception {
        assertThat(post(Engine.SQLITE, SETTINGS + "query", "demo-app", "{}")).contains("\"1004\"");
        System.gc(); // the pauses of the collector are measured once there is one
        Set<String> measured = names(metrics(Engine.SQLITE), TYPE);
        while (!measured.contains("jvm_gc_pause_seconds")) {
            Thread.onSpinWait();
            measured = names(metrics(Engine.SQLITE), TYPE);
        }
        for (String file : List.of(
                "../deploy/monitoring/dashboard.json", "../deploy/monitoring/alerts.yml", "../docs/operations.md")) {
            Set<String> named = names(Files.readString(Path.of(file)), NAME);
            assertThat(named).as(file).hasSizeGreaterThan(8);
            assertThat(measured).as(file).containsAll(named);
        }
    }

    private static Set<String> names(String text, Pattern pattern) {
        return pattern.matcher(text)
                .results()
                .map(name -> name.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private double value(Engine engine, String labels) throws Exception {
        return sample(engine, "http_server_requests_seconds_count{interface=\"vendor\"," + labels + "}");
    }

    /** The value of a sample, 0 if there is none yet. */
    private double sample(Engine engine, String sample) throws Exception {
        return metrics(engine)
                .lines()
                .filter(line -> line.startsWith(sample + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(sample.length() + 1)))
                .findFirst()
                .orElse(0);
    }

    private String metrics(Engine engine) throws Exception {
        return get(engine, "/metrics").body();
    }

    private HttpResponse<String> get(Engine engine, String path) throws Exception {
        return get(engine.server().management(path));
    }

    private HttpResponse<String> get(URI uri) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
    }

    private String post(Engine engine, String path, String app, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(engine.server().vendor(path))
                .header("X-APP-Key", app)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        return http.send(request, BodyHandlers.ofString()).body();
    }
}
