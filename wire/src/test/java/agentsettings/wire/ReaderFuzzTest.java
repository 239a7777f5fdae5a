package agentsettings.wire;

import static org.assertj.core.api.Assertions.assertThat;

import agentsettings.wire.json.JsonException;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

/**
 * For any bytes, each reader returns a draft or throws an exception with a 10xx code. The bodies are valid ones
 * mutated at random, and random bytes. A failure reports the seed that reproduces its body.
 */
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD) // fails the build if a reader never ends
class ReaderFuzzTest {

    private static final int BODIES = 100_000;

    private static final Set<ReturnCode> OF_READERS = EnumSet.of(
            ReturnCode.NOT_JSON,
            ReturnCode.NOT_AN_OBJECT,
            ReturnCode.WRONG_TYPE,
            ReturnCode.MISSING,
            ReturnCode.VALUE_REFUSED,
            ReturnCode.DUPLICATE_KEY);

    @Test
    void mutatedBodiesAreDecodedOrRejected() {
        Map<ReturnCode, Integer> seen = new EnumMap<>(ReturnCode.class);
        for (int seed = 0; seed < BODIES; seed++) {
            requireDraftOrRefusal(Mutations.maimed(new Random(seed)), "maimed, seed " + seed, seen);
        }

        assertThat(seen.keySet())
                .as("the mutations must reach every way to end")
                .containsAll(OF_READERS);
        assertThat(seen).containsKey(ReturnCode.SUCCESS);
    }

    @Test
    void randomBytesAreRejected() {
        Map<ReturnCode, Integer> seen = new EnumMap<>(ReturnCode.class);
        for (int seed = 0; seed < BODIES / 5; seed++) {
            byte[] noise = new byte[new Random(seed).nextInt(1, 300)];
            new Random(~seed).nextBytes(noise);
            requireDraftOrRefusal(noise, "noise, seed " + seed, seen);
        }

        assertThat(seen.keySet()).containsAnyOf(ReturnCode.NOT_JSON).doesNotContain(ReturnCode.SUCCESS);
    }

    @Test
    void bodiesOfTheLargestSizeAreDecodedOrRejected() {
        Map<ReturnCode, Integer> seen = new EnumMap<>(ReturnCode.class);
        for (int seed = 0; seed < 2_000; seed++) {
            requireDraftOrRefusal(Mutations.large(new Random(seed)), "large, seed " + seed, seen);
        }

        assertThat(seen).containsKey(ReturnCode.NOT_JSON);
    }

    private static void requireDraftOrRefusal(byte[] body, String which, Map<ReturnCode, Integer> seen) {
        Bodies.READERS.forEach((name, reader) -> {
            ReturnCode end = ReturnCode.SUCCESS;
            try {
                Objects.requireNonNull(reader.apply(body), "a reader gives a draft");
            } catch (RequestException | JsonException refusal) {
                end = Bodies.codeOf(refusal);
                requireProper(end, refusal, which);
            } catch (RuntimeException | StackOverflowError other) {
                throw new AssertionError("The reader of a " + name + " failed: " + which, other);
            }
            seen.merge(end, 1, Integer::sum);
        });
    }

    private static void requireProper(ReturnCode code, RuntimeException refusal, String which) {
        boolean proper = OF_READERS.contains(code)
                && refusal.getMessage().endsWith(".")
                && refusal.getMessage().length() < 200
                && refusal.getStackTrace().length == 0;
        assertThat(proper).as("%s: %s %s", which, code, refusal.getMessage()).isTrue();
    }
}
