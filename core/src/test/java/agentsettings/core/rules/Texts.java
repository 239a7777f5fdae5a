package agentsettings.core.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * Generates texts with lengths around a limit, some of which have a character that is not allowed.
 */
final class Texts {

    /**
     * Spaces, control characters, unpaired surrogates, invisible and unassigned code points, digits of other scripts,
     * and others.
     */
    static final List<Integer> ODD = Stream.of(
                    IntStream.of(0x00, 0x1F, 0x7F, 0x85, 0xA0, 0xAD, 0x0660, 0x200B, 0x200D, 0x2028, 0x2029, 0x3000),
                    IntStream.of(0xD800, 0xDFFF, 0xE000, 0xFEFF, 0xFF11, 0xFFFD, 0xFFFF, 0xF0000, 0x10FFFF),
                    "\t\n\r +,-xé中😀𝟎".codePoints())
            .flatMap(IntStream::boxed)
            .toList();

    /** Texts of up to slightly more than {@code max} code points, most of which are usual. */
    static Arbitrary<String> around(int max, String usual) {
        Arbitrary<Integer> usualCodePoints =
                Arbitraries.of(usual.codePoints().boxed().toList());
        Arbitrary<Integer> sizes = Arbitraries.frequencyOf(
                Tuple.of(16, Arbitraries.integers().between(1, Math.min(max, 20))),
                Tuple.of(3, Arbitraries.of(1, max - 1, max)),
                Tuple.of(1, Arbitraries.of(0, max + 1, 2 * max)));
        Arbitrary<String> plain =
                sizes.flatMap(size -> usualCodePoints.list().ofSize(size)).map(Texts::text);
        return Arbitraries.frequencyOf(Tuple.of(20, plain), Tuple.of(1, withOdd(plain)), Tuple.of(1, odd(max)));
    }

    /** The same code point repeated. */
    static String repeat(int codePoint, int times) {
        return Character.toString(codePoint).repeat(times);
    }

    private static Arbitrary<String> withOdd(Arbitrary<String> plain) {
        Arbitrary<Double> places = Arbitraries.doubles().between(0, 1);
        return Combinators.combine(plain, places, Arbitraries.of(ODD)).as((text, place, odd) -> {
            int index = (int) (place * text.length());
            return text.substring(0, index) + Character.toString(odd) + text.substring(index);
        });
    }

    private static Arbitrary<String> odd(int max) {
        return Arbitraries.of(ODD).list().ofMinSize(1).ofMaxSize(max + 1).map(Texts::text);
    }

    private static String text(List<Integer> codePoints) {
        List<String> characters = new ArrayList<>();
        codePoints.forEach(codePoint -> characters.add(Character.toString(codePoint)));
        return String.join("", characters);
    }

    private Texts() {}
}
