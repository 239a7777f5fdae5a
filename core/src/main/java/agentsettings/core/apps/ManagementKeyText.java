package agentsettings.core.apps;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;

/**
 * A management key as its owner sends it: {@code ask_}, its id, {@code _} and its secret. Immutable; its string form omits the secret.
 */
public record ManagementKeyText(String id, String secret) {

    /** The longest text of a key. */
    public static final int LENGTH_MAX = 256;

    private static final String PREFIX = "ask_";
    private static final int ID_LENGTH = 8;
    private static final int SECRET_START = PREFIX.length() + ID_LENGTH + 1;
    private static final int SECRET_LENGTH_MIN = 32;
    private static final int RANDOM_BYTES = 32;
    private static final String ID_CHARACTERS = "abcdefghijklmnopqrstuvwxyz0123456789";
    private static final SecureRandom RANDOM = new SecureRandom();

    public ManagementKeyText {
        Objects.requireNonNull(secret, "secret");
        Faults.require("key", ManagementKey.idFault(id));
    }

    /** A new key, its secret of 256 random bits. */
    public static ManagementKeyText random() {
        StringBuilder id = new StringBuilder();
        for (int i = 0; i < ID_LENGTH; i++) {
            id.append(ID_CHARACTERS.charAt(RANDOM.nextInt(ID_CHARACTERS.length())));
        }
        byte[] secret = new byte[RANDOM_BYTES];
        RANDOM.nextBytes(secret);
        return new ManagementKeyText(id.toString(), HexFormat.of().formatHex(secret));
    }

    /** The parts of the text, if it has the form of a management key. */
    public static Optional<ManagementKeyText> parse(String text) {
        boolean hasForm = text.length() >= SECRET_START + SECRET_LENGTH_MIN
                && text.length() <= LENGTH_MAX
                && text.startsWith(PREFIX)
                && text.charAt(SECRET_START - 1) == '_'
                && Faults.firstOther(text, c -> c > ' ' && c < 0x7F).isEmpty();
        if (!hasForm) {
            return Optional.empty();
        }
        String id = text.substring(PREFIX.length(), SECRET_START - 1);
        return ManagementKey.idFault(id).isEmpty()
                ? Optional.of(new ManagementKeyText(id, text.substring(SECRET_START)))
                : Optional.empty();
    }

    /** The whole key, a secret. */
    public String reveal() {
        return PREFIX + id + "_" + secret;
    }

    @Override
    public String toString() {
        return PREFIX + id + "_***";
    }
}
