package agentsettings.acceptance.http;

import java.util.List;
import java.util.random.RandomGenerator;

/** Gives bodies a length or a coding, or both, that may not fit the body, each other, or HTTP. */
final class OddFraming {

    private static final List<String> LENGTHS = List.of(
            "-1",
            "+5",
            "5 ",
            "0x10",
            "1e2",
            "",
            "abc",
            "5,5",
            "5, 6",
            "00005",
            "99999999999999999999",
            "2147483648",
            "4294967301",
            "16385",
            "1.0",
            "\u00b2");
    private static final List<String> CODINGS = List.of(
            "chunked",
            "chunked",
            "Chunked",
            "gzip",
            "gzip, chunked",
            "chunked, chunked",
            "identity",
            "xchunked",
            "",
            "\u000bchunked");
    private static final List<String> CHUNKS = List.of(
            "0\r\n\r\n",
            "0\r\nX: y\r\n\r\n",
            "0\r\nX\r\n\r\n",
            "0\r\nContent-Length: 5\r\n\r\n",
            "\r\n\r\n",
            "zz\r\nab\r\n0\r\n\r\n",
            "-1\r\nab\r\n0\r\n\r\n",
            "2\r\nabc\r\n0\r\n\r\n",
            "2\r\nab0\r\n\r\n",
            "2\nab\n0\n\n",
            "0x2\r\nab\r\n0\r\n\r\n",
            " 2 \r\nab\r\n0\r\n\r\n",
            "2;a=\"\r\n\"\r\nab\r\n0\r\n\r\n",
            "fffffffffffffffff\r\nab",
            "7fffffff\r\nab",
            "5000\r\nab");

    private final RandomGenerator random;

    OddFraming(RandomGenerator random) {
        this.random = random;
    }

    Request of(Request request) {
        Request odd = random.nextInt(3) == 0 ? request.withLength() : request;
        if (random.nextBoolean()) {
            odd = odd.with("Content-Length: " + pick(LENGTHS));
        }
        if (random.nextBoolean()) {
            odd = odd.with("Transfer-Encoding: " + pick(CODINGS)).withBody(chunked(request.body()));
        }
        return odd;
    }

    private String chunked(String body) {
        int cut = random.nextInt(body.length() + 1);
        String sound = cut == 0 ? "" : Integer.toHexString(cut) + "\r\n" + body.substring(0, cut) + "\r\n";
        return sound + pick(CHUNKS);
    }

    private String pick(List<String> values) {
        return values.get(random.nextInt(values.size()));
    }
}
