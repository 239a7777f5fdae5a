package agentsettings.acceptance.hostile;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import agentsettings.acceptance.RawHttp;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Something that nobody should send.
 *
 * @param whole whether it is framed as one whole HTTP request, so that an answer is owed to it
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Garbage(byte[] bytes, boolean whole) {

    private static final String BASE = "/apiaccess/CC-Management/v1/openapp/agentsettings/";
    private static final List<String> PATHS = List.of(
            BASE + "create",
            BASE + "update",
            BASE + "query",
            BASE + "delete",
            "/apigovernance/api/oauth/tokenByAkSk",
            "/apiaccess/rest/sum/v1/tenantSpaces/users");
    private static final String BODY = """
            {"id":"1307145259662215169","userId":"10gg000000demoUser01","callType":"1","callerPresent":["12323","232232"],
             "callNumber":"12323,233","callNumberDefault":"","app_key":"demo-app","app_secret":"x","userAccount":"a@b","userName":"é"}""";
    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "-0.0e-999999",
            "9".repeat(5000),
            "\"\\ud800\"",
            "\"\\u0000\"",
            "\"\\x\"",
            "\"\u0001\"",
            "[",
            "{}",
            "[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]",
            "[null]",
            "[1]",
            "\"" + "7".repeat(9000) + "\"",
            "{\"a\":1,\"a\":2}",
            "NaN",
            "'x'",
            "\"1\",\"userId\":\"2\"",
            "/* */ 1",
            "\"\\u0075\"",
            "\u00a0");
    private static final List<String> FRAMINGS = List.of(
            "Content-Length: -1",
            "Content-Length: 99999999999999999999",
            "Content-Length: 5\r\nContent-Length: 7",
            "Content-Length: 3\r\nTransfer-Encoding: chunked",
            "Transfer-Encoding: chunked",
            "Transfer-Encoding: gzip, chunked",
            "Transfer-Encoding: identity",
            "Expect: 100-continue\r\nContent-Length: 70000",
            "Expect: a miracle\r\nContent-Length: 2");

    static Garbage random(Random random) {
        return switch (random.nextInt(7)) {
            case 0, 1 -> oddJson(random);
            case 2 -> oddHeaders(random);
            case 3 -> oddTarget(random);
            case 4 -> oddFraming(random);
            case 5 -> new Garbage(mutated(random, valid(random, BODY.getBytes(UTF_8))), false);
            default -> noise(random);
        };
    }

    private static Garbage oddJson(Random random) {
        String value = VALUES.get(random.nextInt(VALUES.size()));
        byte[] body = switch (random.nextInt(3)) {
            case 0 -> mutated(random, BODY.getBytes(UTF_8));
            case 1 ->
                BODY.replaceFirst(":(\"[^\"]*\"|\\[)", ":" + value.replace("\\", "\\\\"))
                        .getBytes(UTF_8);
            default -> value.getBytes(UTF_8);
        };
        return new Garbage(valid(random, body), true);
    }

    private static Garbage oddHeaders(Random random) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (int i = random.nextInt(40); i > 0; i--) {
            headers.put(
                    "X-" + text(random, 20, "abcXYZ019-_"), text(random, 150, " !\"#$%&'()*+,-./:;<=>?@[]^_`{|}~é"));
        }
        headers.put(random.nextBoolean() ? "Authorization" : "X-APP-Key", text(random, 60, "Bearer .eyJ=é;,"));
        headers.put(random.nextBoolean() ? "Upgrade" : "Content-Type", text(random, 30, "websocket/json;=application"));
        headers.put(random.nextBoolean() ? "X-TenantSpaceID" : "Idempotency-Key", text(random, 300, "0123 é"));
        return new Garbage(RawHttp.request("POST", path(random), headers, BODY.getBytes(UTF_8)), true);
    }

    private static Garbage oddTarget(Random random) {
        String method = List.of("GET", "PUT", "DELETE", "OPTIONS", "TRACE", "PATCH", "BREW", "post")
                .get(random.nextInt(8));
        String path = random.nextBoolean() ? path(random) : "/" + text(random, 300, "abc/%2e.?&=;:#+~é");
        return new Garbage(RawHttp.request(method, path, headers(), BODY.getBytes(UTF_8)), true);
    }

    private static Garbage oddFraming(Random random) {
        String head = "POST " + path(random) + " HTTP/" + random.nextInt(3) + "." + random.nextInt(3)
                + "\r\nX-APP-Key: demo-app\r\n" + FRAMINGS.get(random.nextInt(FRAMINGS.size())) + "\r\n\r\n";
        String chunks = List.of(
                        "5\r\nab", "zz\r\n{}\r\n0\r\n\r\n", "-1\r\n\r\n", "2\r\n{}\r\n0\r\n\r\n", "ffffffffff\r\n{}")
                .get(random.nextInt(5));
        return new Garbage((head + chunks).getBytes(ISO_8859_1), false);
    }

    private static Garbage noise(Random random) {
        byte[] bytes = new byte[random.nextInt(400)];
        random.nextBytes(bytes);
        ByteArrayOutputStream noise = new ByteArrayOutputStream();
        noise.writeBytes(bytes);
        noise.writeBytes("\r\n\r\n".getBytes(ISO_8859_1));
        return new Garbage(noise.toByteArray(), false);
    }

    private static byte[] valid(Random random, byte[] body) {
        return RawHttp.request("POST", path(random), headers(), body);
    }

    private static Map<String, String> headers() {
        return new LinkedHashMap<>(Map.of("X-APP-Key", "demo-app", "Content-Type", "application/json"));
    }

    private static String path(Random random) {
        return PATHS.get(random.nextInt(PATHS.size()));
    }

    private static String text(Random random, int lengthMax, String alphabet) {
        StringBuilder text = new StringBuilder();
        for (int i = 1 + random.nextInt(lengthMax); i > 0; i--) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString().strip() + "x";
    }

    /** Flips, drops, doubles or cuts off some bytes. */
    private static byte[] mutated(Random random, byte[] original) {
        byte[] bytes = original.clone();
        for (int i = 1 + random.nextInt(4); i > 0 && bytes.length > 1; i--) {
            int from = random.nextInt(bytes.length);
            int to = from + random.nextInt(Math.min(30, bytes.length - from));
            switch (random.nextInt(4)) {
                case 0 -> bytes[from] ^= (byte) (1 << random.nextInt(8));
                case 1 -> bytes = joined(Arrays.copyOf(bytes, from), Arrays.copyOfRange(bytes, to, bytes.length));
                case 2 -> bytes = joined(Arrays.copyOf(bytes, to), Arrays.copyOfRange(bytes, from, bytes.length));
                default -> bytes = Arrays.copyOf(bytes, Math.max(from, bytes.length / 2));
            }
        }
        return bytes;
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    @Override
    public String toString() {
        return new String(bytes, ISO_8859_1);
    }
}
