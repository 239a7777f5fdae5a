package agentsettings.server.http.tls;

import io.vertx.core.net.KeyCertOptions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;

/** A certificate chain and the private key of its first certificate, checked to belong together. Immutable. */
final class ServerCertificate {

    private static final Duration EXPIRES_SOON = Duration.ofDays(14);
    private static final char[] NO_PASSWORD = new char[0];

    private final TlsFiles files;
    private final List<X509Certificate> chain;
    private final PrivateKey key;

    private ServerCertificate(TlsFiles files, List<X509Certificate> chain, PrivateKey key) {
        this.files = files;
        this.chain = chain;
        this.key = key;
    }

    /**
     * Decodes the contents of the files.
     *
     * @throws IllegalStateException if they aren't a certificate chain and its key, with the configuration key at fault and what is wrong
     */
    static ServerCertificate of(TlsFiles files, TlsContents contents) {
        List<X509Certificate> chain = chain(files, contents);
        PublicKey publicKey = chain.getFirst().getPublicKey();
        PrivateKey key = key(files, contents, publicKey);
        if (!belong(key, publicKey)) {
            throw files.fault(
                    "tls-key",
                    files.key() + " is not the key of the first certificate in " + files.certificate() + ".");
        }
        return new ServerCertificate(files, chain, key);
    }

    private static List<X509Certificate> chain(TlsFiles files, TlsContents contents) {
        List<X509Certificate> chain;
        try {
            chain = new PemText(contents.chain()).certificates();
        } catch (CertificateException | IllegalArgumentException e) {
            throw files.fault("tls-certificate", files.certificate() + " holds a certificate that can't be read.");
        }
        if (chain.isEmpty()) {
            throw files.fault("tls-certificate", files.certificate() + " holds no certificate in PEM format.");
        }
        return chain;
    }

    private static PrivateKey key(TlsFiles files, TlsContents contents, PublicKey publicKey) {
        PemText text = new PemText(contents.key());
        if (text.isEncrypted()) {
            throw files.fault("tls-key", files.key() + " is encrypted; store the key without a passphrase.");
        }
        Optional<PrivateKey> key;
        try {
            key = PrivateKeyDecoder.decode(text, publicKey);
        } catch (GeneralSecurityException | IllegalArgumentException e) { // the cause could quote the key
            throw files.fault(
                    "tls-key",
                    files.key() + " holds no key that goes with the first certificate in " + files.certificate()
                            + ", which has a key of the kind " + publicKey.getAlgorithm() + ".");
        }
        return key.orElseThrow(() -> files.fault("tls-key", files.key() + " holds no private key in PEM format."));
    }

    /** Whether the public key verifies what the private key signs. */
    private static boolean belong(PrivateKey key, PublicKey publicKey) {
        try {
            Signature signature = Signature.getInstance(
                    switch (publicKey.getAlgorithm()) {
                        case "RSA" -> "SHA256withRSA";
                        case "EC" -> "SHA256withECDSA";
                        default -> publicKey.getAlgorithm();
                    });
            signature.initSign(key);
            byte[] signed = signature.sign();
            signature.initVerify(publicKey);
            return signature.verify(signed);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    KeyCertOptions options() {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, NO_PASSWORD);
            store.setKeyEntry("server", key, NO_PASSWORD, chain.toArray(X509Certificate[]::new));
            KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            managers.init(store, NO_PASSWORD);
            return KeyCertOptions.wrap(managers);
        } catch (GeneralSecurityException | java.io.IOException e) {
            throw new IllegalStateException("can't use " + files.certificate(), e);
        }
    }

    /** What an operator should know about the time in which the certificate is valid, if anything. */
    Optional<String> validityWarning(Instant now) {
        Instant begin = chain.getFirst().getNotBefore().toInstant();
        Instant end = chain.getFirst().getNotAfter().toInstant();
        String certificate = "The certificate in " + files.certificate();
        if (now.isAfter(end)) {
            return Optional.of(certificate + " expired at " + end + "; clients refuse it");
        } else if (now.isBefore(begin)) {
            return Optional.of(certificate + " is not valid before " + begin + "; clients refuse it");
        } else if (now.isAfter(end.minus(EXPIRES_SOON))) {
            return Optional.of(certificate + " expires at " + end);
        }
        return Optional.empty();
    }

    @Override
    public String toString() {
        return files.certificate() + ", valid until "
                + chain.getFirst().getNotAfter().toInstant();
    }
}
