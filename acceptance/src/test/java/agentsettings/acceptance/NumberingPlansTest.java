package agentsettings.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Neither a start nor the vendor's clients pay for the numbering plans of all countries. */
final class NumberingPlansTest {

    private static final String LIBRARY = "com.google.i18n.phonenumbers";

    @TempDir
    private Path folder;

    @Test
    void theyAreLoadedWhenTheFirstCallPlanIsAskedFor() throws IOException, InterruptedException {
        try (ServerProcess server = ServerProcess.startDemo(folder.resolve("data"), "--management-port", "0");
                HttpClient http = HttpClient.newHttpClient()) {
            URI create = server.base().resolve("/apiaccess/CC-Management/v1/openapp/agentsettings/create");
            String settings =
                    "{\"userId\":\"10gg000000demoUser01\",\"callType\":\"1\",\"callerPresent\":[\"+4930123456\"]}";
            assertThat(post(http, create, settings, "x-app-key", "demo-app")).isEqualTo(200);
            assertThat(classes(server)).contains("agentsettings.core.settings.").doesNotContain(LIBRARY);

            URI plans = server.management().resolve("/api/v1/tenants/202205116084/call-plans");
            assertThat(post(
                            http,
                            plans,
                            "{\"userIds\":[\"10gg000000demoUser01\"]}",
                            "authorization",
                            "Bearer ask_demoadmn_demo-management-key-for-local-use-only"))
                    .isEqualTo(200);
            assertThat(classes(server)).contains(LIBRARY);
        }
    }

    private static int post(HttpClient http, URI uri, String body, String... header)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(uri)
                .header("content-type", "application/json")
                .headers(header)
                .POST(BodyPublishers.ofString(body))
                .build();
        return http.send(request, BodyHandlers.discarding()).statusCode();
    }

    /** The classes of which there are objects. */
    private static String classes(ServerProcess server) throws IOException, InterruptedException {
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        Process process = new ProcessBuilder(jcmd.toString(), Long.toString(server.pid()), "GC.class_histogram", "-all")
                .redirectErrorStream(true)
                .start();
        String histogram = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(histogram).isZero();
        return histogram;
    }
}
