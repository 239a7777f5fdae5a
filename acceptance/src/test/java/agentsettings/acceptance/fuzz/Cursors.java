package agentsettings.acceptance.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import agentsettings.acceptance.RawHttp;
import agentsettings.acceptance.RawResponse;
import agentsettings.core.feed.FeedCursor;
import agentsettings.server.security.KeyAuthenticator;
import java.io.IOException;
import java.net.URLEncoder;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cursors of the feed and of lists: each is read as what it stands for or refused, and what follows it comes to an end. */
public final class Cursors {

    private static final String TENANT = "/api/v1/tenants/" + FuzzedServer.CALLER.tenantId();
    private static final List<String> LISTS = List.of(
            "/api/v1/changes",
            "/api/v1/tenants",
            "/api/v1/apps",
            "/api/v1/keys",
            TENANT + "/users",
            TENANT + "/settings",
            TENANT + "/numbers",
            TENANT + "/numbers/4930123456/uses",
            TENANT + "/imports",
            TENANT + "/bulk-changes",
            TENANT + "/users/10gg000000demoUser01/history");

    private static final Pattern NEXT = Pattern.compile("\"next\":\"([^\"]+)\"");
    private static final Map<String, String> KEY =
            Map.of("Authorization", "Bearer " + KeyAuthenticator.DEMO_KEY.reveal());
    private static final int PAGES_MAX = 30;

    /** Goes on after a cursor. The first byte chooses the list, the second whether the rest is the cursor or is encoded as one. */
    public static void fuzzerTestOneInput(byte[] input) throws IOException {
        if (input.length < 2) {
            return;
        }
        byte[] rest = Arrays.copyOfRange(input, 2, input.length);
        String cursor = input[1] % 2 == 0
                ? new String(rest, ISO_8859_1)
                : Base64.getUrlEncoder().withoutPadding().encodeToString(rest);
        requireRoundTrip(cursor);
        follow(LISTS.get(Byte.toUnsignedInt(input[0]) % LISTS.size()), cursor);
        FuzzedServer.requireServing();
    }

    private static void requireRoundTrip(String text) {
        Optional<FeedCursor> cursor = FeedCursor.parse(text);
        if (cursor.isPresent() && !FeedCursor.parse(cursor.get().toString()).equals(cursor)) {
            throw new AssertionError("written and read again, the cursor is another one");
        }
    }

    /** Reads the pages after a cursor, whose own ones must be accepted and differ. */
    private static void follow(String list, String first) throws IOException {
        Set<String> seen = new HashSet<>();
        Optional<String> cursor = Optional.of(first);
        try (RawHttp connection = RawHttp.connect(FuzzedServer.management())) {
            for (int page = 0; cursor.isPresent(); page++) {
                RawResponse response = page(connection, list, cursor.get());
                boolean isRefused = List.of(400, 404, 410, 413, 431).contains(response.status());
                if (response.status() != 200 && !(page == 0 && isRefused)) {
                    throw new AssertionError(list + " responds with " + response.status() + ": " + response.text());
                }
                Matcher next = NEXT.matcher(response.status() == 200 ? response.text() : "");
                cursor = next.find() ? Optional.of(next.group(1)) : Optional.empty();
                boolean isEndOfFeed = response.text().startsWith("{\"items\":[]");
                if (isEndOfFeed) {
                    return;
                }
                if (cursor.isPresent() && (!seen.add(cursor.get()) || page > PAGES_MAX)) {
                    throw new AssertionError(list + " does not end: " + cursor.get());
                }
            }
        }
    }

    private static RawResponse page(RawHttp connection, String list, String cursor) throws IOException {
        String target = list + "?limit=5&after=" + URLEncoder.encode(cursor, UTF_8);
        connection.send(RawHttp.request("GET", target, KEY, new byte[0]));
        return connection.read();
    }

    private Cursors() {}
}
