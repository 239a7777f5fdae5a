package agentsettings.acceptance.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Each figure in the operators' table of limits is that of a constant, and each name one of a configuration key. */
final class LimitsTableTest {

    private static final Pattern FIGURE = Pattern.compile("\\d[\\d,]*");
    private static final Pattern KEY = Pattern.compile("`([a-z]+\\.[a-z-]+)`");

    /** The constants whose figures a row has, in their order, by the begin of the row. */
    private static final Map<String, List<Object>> CONSTANTS = Map.ofEntries(
            Map.entry(
                    "connections to the management interface", List.of(server("Listeners.MANAGEMENT_CONNECTIONS_MAX"))),
            Map.entry(
                    "connections to the vendor's ports",
                    List.of(number(server("OpenFileLimit.RESERVED"))
                            + number(server("Listeners.MANAGEMENT_CONNECTIONS_MAX")))),
            Map.entry("requests under way on an HTTP/2 connection", List.of(server("http.HttpListener.STREAMS_MAX"))),
            Map.entry(
                    "request line, headers together",
                    List.of(
                            kilobytes(server("http.conformance.RequestDecoder.REQUEST_LINE_MAX")),
                            kilobytes(server("http.conformance.RequestDecoder.HEADERS_MAX")))),
            Map.entry(
                    "body of a request",
                    List.of(
                            kilobytes(server("routes.VendorDoor.BODY_MAX")),
                            kilobytes(management("contract.ApiOperation.BODY_MAX")),
                            1L,
                            number(management("jobs.ImportsResource.FILE_BYTES_MAX")) >> 30)),
            Map.entry(
                    "wrong secrets from one address",
                    List.of(
                            server("limits.AttemptLimit.FAILURES_OF_KEY"),
                            server("limits.AttemptLimit.PAUSE_OF_KEY"),
                            server("limits.AttemptLimit.FAILURES_OF_NETWORK"),
                            server("limits.AttemptLimit.PAUSE_OF_NETWORK"))),
            Map.entry(
                    "life of a token",
                    List.of(hours(server("security.Tokens.LIFE_MAX")), server("security.Tokens.TOKEN_LENGTH_MAX"))),
            Map.entry(
                    "page of a list",
                    List.of(1000L, constant("agentsettings.storage.records.StoredRecords.SEARCHED_ROWS_MAX"))),
            Map.entry(
                    "time that a list waits",
                    List.of(constant("agentsettings.storage.sqlite.SqliteRecordReads.WAIT_MAX"))),
            Map.entry(
                    "users of a call plan",
                    List.of(constant("agentsettings.core.queries.AgentsWithNumbers.USERS_MAX"))),
            Map.entry(
                    "import file",
                    List.of(
                            management("imports.ImportFile.ROWS_MAX"),
                            kilobytes(management("imports.parsing.RowSplitter.ROW_MAX")))),
            Map.entry(
                    "faulty rows that a job keeps",
                    List.of(
                            constant("agentsettings.core.jobs.JobProgress.FAULTS_KEPT_MAX"),
                            constant("agentsettings.core.jobs.JobProgress.FAULTS_OF_ROW_MAX"))),
            Map.entry("life of a stream of changes", List.of(minutes(management("feed.EventStream.LIFE_MAX")))),
            Map.entry("lines of the log", List.of(constant("agentsettings.cli.logging.QueueHandler.QUEUE_MAX"))),
            Map.entry("pipelined requests", List.of(1L, kilobytes(server("http.conformance.PipelineGate.READ_MAX")))));

    /** The figures that are in the OpenAPI document. */
    private static final List<String> IN_DOCUMENT = List.of("x-body-max: 1048576", "maximum: 1000, default: 100");

    @Test
    void eachFigureIsThatOfAConstant() throws IOException {
        Map<String, String> rows = rows();
        assertThat(rows).hasSizeGreaterThan(20);
        assertThat(CONSTANTS.keySet())
                .allSatisfy(begin -> assertThat(rows.keySet()).anyMatch(row -> row.startsWith(begin)));
        rows.forEach((row, limit) -> {
            List<Long> figures = FIGURE.matcher(limit.replace("HTTP/2", ""))
                    .results()
                    .map(figure -> Long.parseLong(figure.group().replace(",", "")))
                    .toList();
            assertThat(figures).as(row).isEqualTo(expected(row));
        });
    }

    @Test
    void eachNameIsThatOfAConfigurationKey() throws IOException {
        String page = Files.readString(Path.of("../docs/operations.md"));
        assertThat(rows().values())
                .flatMap(limit ->
                        KEY.matcher(limit).results().map(MatchResult::group).toList())
                .isNotEmpty()
                .allSatisfy(key -> assertThat(page).contains("| " + key + " |"));
    }

    @Test
    void figuresOfTheOpenApiDocumentAreThere() throws IOException {
        assertThat(Files.readString(Path.of("../management/src/main/resources/agentsettings/management/openapi.yaml")))
                .contains(IN_DOCUMENT);
    }

    private static List<Long> expected(String row) {
        return CONSTANTS.entrySet().stream()
                .filter(entry -> row.startsWith(entry.getKey()))
                .flatMap(entry -> entry.getValue().stream())
                .map(LimitsTableTest::number)
                .toList();
    }

    /** The limits of the table, by what they limit. */
    private static Map<String, String> rows() throws IOException {
        String page = Files.readString(Path.of("../docs/operations.md"));
        Map<String, String> rows = new LinkedHashMap<>();
        page.substring(page.indexOf("\n## Limits\n"))
                .lines()
                .filter(line -> line.startsWith("| "))
                .skip(1)
                .map(line -> line.split(" \\| ", 3))
                .forEach(cells -> rows.put(cells[0].substring(2), cells[1]));
        return rows;
    }

    private static Object server(String name) {
        return constant("agentsettings.server." + name);
    }

    private static Object management(String name) {
        return constant("agentsettings.management." + name);
    }

    private static Object constant(String name) {
        int dot = name.lastIndexOf('.');
        try {
            Field field = Class.forName(name.substring(0, dot)).getDeclaredField(name.substring(dot + 1));
            field.setAccessible(true);
            return field.get(null);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("there is no constant " + name, e);
        }
    }

    private static long number(Object constant) {
        return constant instanceof Duration duration ? duration.toSeconds() : ((Number) constant).longValue();
    }

    private static long kilobytes(Object bytes) {
        return number(bytes) / 1024;
    }

    private static long hours(Object duration) {
        return ((Duration) duration).toHours();
    }

    private static long minutes(Object duration) {
        return ((Duration) duration).toMinutes();
    }
}
