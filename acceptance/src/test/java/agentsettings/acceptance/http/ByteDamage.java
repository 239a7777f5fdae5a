package agentsettings.acceptance.http;

import java.util.List;
import java.util.random.RandomGenerator;

/** Damages bytes as a bad line, a bad client or a fuzzer would. Each character stands for one byte. */
final class ByteDamage {

    private static final int SLICE_MAX = 40;
    private static final int HITS_MAX = 5;
    private static final List<String> AWKWARD = List.of(
            "\0",
            "\r",
            "\n",
            "\r\n",
            "\r\n\r\n",
            " ",
            "\t",
            ":",
            "\"",
            "\\",
            "{",
            "}",
            "[",
            "]",
            ",",
            "%00",
            "%",
            "?",
            "#",
            "//",
            "..",
            "\u00ff",
            "\u00c0\u0080",
            "\u00ed\u00a0\u0080",
            "\u0085",
            "\u00a0",
            ";",
            "=",
            "+",
            "-1");

    private final RandomGenerator random;

    ByteDamage(RandomGenerator random) {
        this.random = random;
    }

    /** Bytes of any value, which may look like the beginning of a request or have the blank line that ends a head. */
    String noise() {
        StringBuilder noise = new StringBuilder(random.nextInt(4) == 0 ? "POST " : "");
        int length = random.nextInt(random.nextInt(10) == 0 ? 20_000 : 300);
        int highest = random.nextBoolean() ? 256 : 128;
        for (int i = 0; i < length; i++) {
            noise.append((char) random.nextInt(highest));
        }
        return random.nextBoolean() ? noise + "\r\n\r\n" : noise.toString();
    }

    /** The bytes, hit one to five times. */
    String of(String bytes) {
        String damaged = bytes;
        for (int hits = random.nextInt(1, HITS_MAX + 1); hits > 0; hits--) {
            damaged = hit(damaged);
        }
        return damaged;
    }

    private String hit(String bytes) {
        int at = random.nextInt(bytes.length() + 1);
        int end = Math.min(bytes.length(), at + random.nextInt(SLICE_MAX));
        String before = bytes.substring(0, at);
        String slice = bytes.substring(at, end);
        String after = bytes.substring(end);
        return switch (random.nextInt(7)) {
            case 0, 1 -> flipBit(bytes);
            case 2 -> random.nextInt(3) == 0 ? before : bytes;
            case 3 -> before + slice + slice + after;
            case 4 -> before + after;
            case 5 -> before + AWKWARD.get(random.nextInt(AWKWARD.size())) + slice + after;
            default -> before + new StringBuilder(slice).reverse() + after;
        };
    }

    private String flipBit(String bytes) {
        if (bytes.isEmpty()) {
            return bytes;
        }
        int at = random.nextInt(bytes.length());
        char flipped = (char) (bytes.charAt(at) ^ (1 << random.nextInt(8)));
        return bytes.substring(0, at) + flipped + bytes.substring(at + 1);
    }
}
