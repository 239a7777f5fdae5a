package agentsettings.wire;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Mutates bodies at random: bytes flipped, removed, repeated, or replaced by tokens that are difficult for parsers. */
final class Mutations {

    private static final int SIZE_MAX = 16 * 1024;

    private static final List<byte[]> SEEDS = List.of(
            Bodies.utf8(Bodies.VENDORS_CREATE),
            Bodies.utf8(Bodies.VENDORS_QUERY),
            Bodies.utf8(Bodies.TOKEN),
            Bodies.utf8(Bodies.USER),
            Bodies.utf8(
                    "{\"id\":\"1307145259662215169\",\"userId\":\"10gg000000y6OOrNaUFs\",\"callNumber\":\"233,8621\"}"),
            Bodies.utf8(
                    "{\"x\":{\"y\":[1,-2.5e7,true,false,null,{\"userId\":\"\\ud83d\\ude00\"}]},\"userId\":\"é中😀\"}"),
            Bodies.utf8("[{\"userId\":\"u\"}]"));

    private static final List<String> TOKENS = List.of(
            "\"",
            "\\",
            "{",
            "}",
            "[",
            "]",
            ":",
            ",",
            "null",
            "true",
            "0",
            "-",
            "1e999",
            "1E",
            ".5",
            "\\u",
            "\\u0049",
            "\\ud800",
            "\0",
            "\u00A0",
            "\uFEFF",
            "\uFFFD",
            "😀",
            "{\"a\":",
            "[[[[",
            "\"userId\":",
            "\"app_key\":\"\",",
            "\"id\":1,",
            "NaN",
            "/*",
            "//",
            "'",
            "9".repeat(1001),
            "[".repeat(17),
            "é");

    /** One of the valid bodies after one to four mutations. */
    static byte[] maimed(Random random) {
        byte[] body = one(SEEDS, random);
        int mutations = random.nextInt(1, 5);
        for (int i = 0; i < mutations; i++) {
            body = mutated(body, random);
        }
        return body;
    }

    /** A body of up to 16 KiB: a repeated part of a valid one, then mutated. */
    static byte[] large(Random random) {
        byte[] seed = one(SEEDS, random);
        byte[] piece = random.nextBoolean() ? Bodies.utf8(one(TOKENS, random)) : part(seed, random);
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(Arrays.copyOf(seed, random.nextInt(seed.length)));
        while (piece.length > 0 && body.size() + piece.length + seed.length < SIZE_MAX) {
            body.writeBytes(piece);
        }
        body.writeBytes(seed);
        return mutated(body.toByteArray(), random);
    }

    private static byte[] mutated(byte[] body, Random random) {
        int at = random.nextInt(body.length + 1);
        int end = Math.min(body.length, at + random.nextInt(1, 12));
        return switch (random.nextInt(7)) {
            case 0 -> joined(body, at, Bodies.utf8(one(TOKENS, random)), at);
            case 1 -> joined(body, at, Bodies.utf8(one(TOKENS, random)), end);
            case 2 -> joined(body, at, new byte[0], end);
            case 3 -> joined(body, at, new byte[] {(byte) random.nextInt(256)}, Math.min(body.length, at + 1));
            case 4 -> joined(body, at, part(body, random), at);
            case 5 -> joined(body, at, part(one(SEEDS, random), random), end);
            default -> Arrays.copyOf(body, at);
        };
    }

    /** Returns the body up to {@code at}, the middle, and the body from {@code from}. */
    private static byte[] joined(byte[] body, int at, byte[] middle, int from) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        joined.write(body, 0, at);
        joined.writeBytes(middle);
        joined.write(body, from, body.length - from);
        return joined.toByteArray();
    }

    /** A part of the body, which sometimes ends at a comma so that it may be valid in another body. */
    private static byte[] part(byte[] body, Random random) {
        String text = new String(body, StandardCharsets.ISO_8859_1);
        int from = random.nextInt(body.length + 1);
        int comma = text.indexOf(',', from);
        int to = comma >= 0 && random.nextBoolean() ? comma + 1 : random.nextInt(from, body.length + 1);
        return Arrays.copyOfRange(body, from, to);
    }

    private static <T> T one(List<T> all, Random random) {
        return all.get(random.nextInt(all.size()));
    }

    private Mutations() {}
}
