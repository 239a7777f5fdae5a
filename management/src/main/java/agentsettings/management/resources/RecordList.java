package agentsettings.management.resources;

import agentsettings.core.queries.Page;
import agentsettings.management.exchange.ApiRequest;
import agentsettings.management.exchange.ApiResponse;
import agentsettings.management.exchange.PageRequest;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.LongSupplier;
import tools.jackson.databind.JsonNode;

/**
 * The forms in which records of one kind are listed: a page of them in JSON; or all that match as CSV or JSON Lines, streamed. Immutable.
 *
 * @param csvHeader the first line of CSV
 * @param csvLine the line of a record, with its end
 */
public record RecordList<T>(String csvHeader, Function<T, String> csvLine, Function<T, JsonNode> json) {

    private static final String CSV = "text/csv";
    private static final String JSON_LINES = "application/jsonl";
    private static final int STREAMED_PAGE = 1000;

    /**
     * The response to the request.
     *
     * @param pages reads the page after a place with at most so many items
     * @param count counts the items that match
     */
    public ApiResponse response(ApiRequest request, BiFunction<String, Integer, Page<T>> pages, LongSupplier count) {
        return switch (request.accepted()) {
            case CSV ->
                ApiResponse.stream(CSV, out -> {
                    write(csvHeader, out);
                    stream(pages, csvLine, out);
                });
            case JSON_LINES ->
                ApiResponse.stream(JSON_LINES, out -> stream(pages, record -> json.apply(record) + "\n", out));
            default -> PageRequest.of(request).response(pages, json, count);
        };
    }

    /** Holds one page at a time. */
    private void stream(BiFunction<String, Integer, Page<T>> pages, Function<T, String> line, OutputStream out)
            throws IOException {
        String after = "";
        while (after != null) {
            Page<T> page = pages.apply(after, STREAMED_PAGE);
            for (T record : page.items()) {
                write(line.apply(record), out);
            }
            after = page.next().orElse(null);
        }
    }

    private static void write(String text, OutputStream out) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
