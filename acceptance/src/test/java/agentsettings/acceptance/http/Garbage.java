package agentsettings.acceptance.http;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** One message that a server may be sent, somewhere between a sound request and noise; which one, the seed decides. */
final class Garbage {

    private final RandomGenerator random;
    private final ByteDamage bytes;
    private final JsonDamage json;
    private final OddHeads oddHeads;
    private final OddFraming oddFraming;
    private final SoundRequests sound;

    private Garbage(long seed, String token) {
        random = new SplittableRandom(seed);
        bytes = new ByteDamage(random);
        json = new JsonDamage(random);
        oddHeads = new OddHeads(random);
        oddFraming = new OddFraming(random);
        sound = new SoundRequests(random, token);
    }

    /** A message, in which the token may be used; each character stands for one byte. */
    static String of(long seed, String token) {
        return new Garbage(seed, token).message();
    }

    private String message() {
        Request request = sound.any();
        return switch (random.nextInt(10)) {
            case 0 -> bytes.noise();
            case 1, 2 -> bytes.of(request.withLength().text());
            case 3 -> request.withBody(bytes.of(request.body())).withLength().text();
            case 4, 5, 6 -> request.withBody(json.body()).withLength().text();
            case 7 -> oddHeads.headers(request.withLength()).text();
            case 8 -> oddFraming.of(request).text();
            default -> oddHeads.line(request.withLength()).text();
        };
    }
}
