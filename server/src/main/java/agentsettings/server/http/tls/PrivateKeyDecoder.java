package agentsettings.server.http.tls;

import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Optional;

/**
 * Decodes a private key from PEM. The JDK reads PKCS#8; the older formats PKCS#1 and SEC 1 become PKCS#8 when the algorithm is written
 * before them, as it stands before the certificate's public key. Stateless.
 */
final class PrivateKeyDecoder {

    private static final int SEQUENCE = 0x30;
    private static final int OCTET_STRING = 0x04;
    private static final byte[] VERSION = {0x02, 0x01, 0x00};
    private static final int SHORT_LENGTH_MAX = 0x7f;
    private static final int BYTE = 0xff;

    /** The private key that goes with this public key; empty if the text has none in a known format. */
    static Optional<PrivateKey> decode(PemText text, PublicKey publicKey) throws GeneralSecurityException {
        Optional<byte[]> older = text.first("RSA PRIVATE KEY").or(() -> text.first("EC PRIVATE KEY"));
        Optional<byte[]> pkcs8 = text.first("PRIVATE KEY").or(() -> older.map(key -> toPkcs8(key, publicKey)));
        if (pkcs8.isEmpty()) {
            return Optional.empty();
        }
        KeyFactory factory = KeyFactory.getInstance(publicKey.getAlgorithm());
        return Optional.of(factory.generatePrivate(new PKCS8EncodedKeySpec(pkcs8.get())));
    }

    private static byte[] toPkcs8(byte[] key, PublicKey publicKey) {
        return element(SEQUENCE, VERSION, algorithm(publicKey.getEncoded()), element(OCTET_STRING, key));
    }

    /** The first element of an encoded public key, which is always short. */
    private static byte[] algorithm(byte[] publicKey) {
        int length = publicKey[1] & BYTE;
        int start = 2 + (length > SHORT_LENGTH_MAX ? length & SHORT_LENGTH_MAX : 0);
        return Arrays.copyOfRange(publicKey, start, start + 2 + publicKey[start + 1]);
    }

    /** An element in DER. */
    private static byte[] element(int tag, byte[]... contents) {
        int length = Arrays.stream(contents).mapToInt(content -> content.length).sum();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(tag);
        if (length > BYTE) {
            out.write(0x82);
            out.write(length >> Byte.SIZE);
        } else if (length > SHORT_LENGTH_MAX) {
            out.write(0x81);
        }
        out.write(length);
        for (byte[] content : contents) {
            out.writeBytes(content);
        }
        return out.toByteArray();
    }

    private PrivateKeyDecoder() {}
}
