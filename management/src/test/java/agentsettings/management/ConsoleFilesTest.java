package agentsettings.management;

import static agentsettings.management.ConsoleClient.header;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The files of the console, and the headers that they are sent with. */
@Timeout(60)
final class ConsoleFilesTest {

    private static final Pattern FILE = Pattern.compile("(?:src|href)=\"(v/[^\"]+)\"");
    private static final Pattern IMPORT = Pattern.compile("(?:from ?|import\\()\"(\\.[^\"]+)\"");
    private static final int COMPRESSED_MAX = 150_000;

    @TempDir
    private Path folder;

    private ManagementServer server;
    private ConsoleClient client;

    @BeforeEach
    void start() {
        server = ManagementServer.onSqlite(folder.resolve("data"));
        client = new ConsoleClient(server);
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    @Test
    void theRootLeadsToTheConsole() {
        assertThat(header(client.send("GET", "/", null), "location")).isEqualTo("console/");
        assertThat(header(client.send("GET", "/console", null), "location")).isEqualTo("console/");
        assertThat(client.send("GET", "/console/nothing", null).statusCode()).isEqualTo(404);
        assertThat(client.send("POST", "/console/", "").statusCode()).isEqualTo(405);
    }

    @Test
    void pagesMayRunOnlyTheirOwnScriptsAndMayNotBeFramed() {
        HttpResponse<String> page = client.send("GET", "/console/", null);

        assertThat(header(page, "content-security-policy"))
                .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'", "base-uri 'none'")
                .doesNotContain("unsafe", "*", "http");
        assertThat(header(page, "x-content-type-options")).isEqualTo("nosniff");
        assertThat(header(page, "x-frame-options")).isEqualTo("DENY");
        assertThat(header(page, "referrer-policy")).isEqualTo("no-referrer");
        assertThat(header(page, "cross-origin-opener-policy")).isEqualTo("same-origin");
        assertThat(header(page, "cross-origin-resource-policy")).isEqualTo("same-origin");
        assertThat(page.body()).doesNotContain("<style").doesNotContainPattern("<script>|<script type=\"[^\"]*\">");
    }

    @Test
    void browsersKeepItsFilesWhichAreSmall() {
        HttpResponse<String> page = client.send("GET", "/console/", null);
        assertThat(header(page, "cache-control")).isEqualTo("no-cache");
        assertThat(client.send("GET", "/console/", null, "if-none-match", header(page, "etag"))
                        .statusCode())
                .isEqualTo(304);

        long bytes = 0;
        for (String file : files(page.body())) {
            HttpResponse<String> response = client.send("GET", "/console/" + file, null, "accept-encoding", "gzip");
            assertThat(response.statusCode()).as(file).isEqualTo(200);
            assertThat(header(response, "content-encoding")).isEqualTo("gzip");
            assertThat(header(response, "cache-control")).contains("immutable");
            bytes += Long.parseLong(header(response, "content-length"));
        }
        assertThat(bytes).isBetween(10_000L, (long) COMPRESSED_MAX);
    }

    /** The files that the page names, and those that its scripts import. */
    private Set<String> files(String page) {
        Set<String> files = new HashSet<>();
        Set<String> found = matches(FILE, page);
        while (!found.isEmpty()) {
            files.addAll(found);
            found = found.stream()
                    .filter(file -> file.endsWith(".js"))
                    .flatMap(file -> matches(
                                    IMPORT,
                                    client.send("GET", "/console/" + file, null).body())
                            .stream()
                            .map(name -> Path.of(file)
                                    .resolveSibling(name)
                                    .normalize()
                                    .toString()))
                    .filter(file -> !files.contains(file))
                    .collect(Collectors.toSet());
        }
        return files;
    }

    private static Set<String> matches(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult match) -> match.group(1))
                .collect(Collectors.toSet());
    }
}
