package agentsettings.server.http.tls;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/** A certificate for 127.0.0.1 with its key, encoded here because the JDK makes none except by the command keytool. */
public record TestCertificate(X509Certificate certificate, KeyPair keys) {

    private static final AtomicInteger SERIAL = new AtomicInteger(1);
    private static final String ECDSA_SHA256 = "300a06082a8648ce3d040302";
    private static final String RSA_SHA256 = "300d06092a864886f70d01010b0500";
    private static final DateTimeFormatter UTC_TIME =
            DateTimeFormatter.ofPattern("yyMMddHHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** A self-signed certificate with a key on the curve P-256. */
    public static TestCertificate selfSigned(String name) {
        return make(name, keys("EC", 256), null, Instant.now().plus(Duration.ofDays(365)));
    }

    static TestCertificate ofRsa(String name) {
        return make(name, keys("RSA", 2048), null, Instant.now().plus(Duration.ofDays(365)));
    }

    static TestCertificate until(Instant end) {
        return make("short", keys("EC", 256), null, end);
    }

    /** A certificate that this one has issued. */
    public TestCertificate issue(String name) {
        return make(name, keys("EC", 256), this, Instant.now().plus(Duration.ofDays(365)));
    }

    /** The certificate in PEM. */
    public String pem() {
        try {
            return pem("CERTIFICATE", certificate.getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The private key in PEM, as PKCS#8. */
    public String keyPem() {
        return pem("PRIVATE KEY", keys.getPrivate().getEncoded());
    }

    /** Writes both files, the key for its owner alone. */
    public TlsFiles write(Path folder) throws IOException {
        Path certificateFile = folder.resolve("cert.pem");
        Path keyFile = folder.resolve("key.pem");
        Files.writeString(certificateFile, pem());
        Files.deleteIfExists(keyFile);
        Files.createFile(keyFile, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(keyFile, keyPem());
        return new TlsFiles("http", certificateFile, keyFile, null);
    }

    static String pem(String label, byte[] der) {
        return "-----BEGIN " + label + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der) + "\n-----END " + label + "-----\n";
    }

    private static KeyPair keys(String algorithm, int size) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            generator.initialize(size);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static TestCertificate make(String name, KeyPair keys, TestCertificate issuer, Instant end) {
        KeyPair signer = issuer == null ? keys : issuer.keys;
        boolean rsa = signer.getPrivate().getAlgorithm().equals("RSA");
        byte[] algorithm = HexFormat.of().parseHex(rsa ? RSA_SHA256 : ECDSA_SHA256);
        byte[] subject = name(name);
        byte[] signed = element(
                0x30,
                element(0xa0, element(0x02, new byte[] {2})),
                element(0x02, BigInteger.valueOf(SERIAL.getAndIncrement()).toByteArray()),
                algorithm,
                issuer == null
                        ? subject
                        : issuer.certificate.getSubjectX500Principal().getEncoded(),
                element(0x30, time(end.minus(Duration.ofDays(400))), time(end)),
                subject,
                keys.getPublic().getEncoded(),
                element(0xa3, element(0x30, authority(), addresses())));
        try {
            Signature signature = Signature.getInstance(rsa ? "SHA256withRSA" : "SHA256withECDSA");
            signature.initSign(signer.getPrivate());
            signature.update(signed);
            byte[] complete = element(0x30, signed, algorithm, element(0x03, new byte[1], signature.sign()));
            return new TestCertificate(
                    (X509Certificate) CertificateFactory.getInstance("X.509")
                            .generateCertificate(new ByteArrayInputStream(complete)),
                    keys);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] name(String commonName) {
        byte[] type = HexFormat.of().parseHex("0603550403");
        byte[] attribute = element(0x30, type, element(0x0c, commonName.getBytes(US_ASCII)));
        return element(0x30, element(0x31, attribute));
    }

    private static byte[] time(Instant instant) {
        return element(0x17, UTC_TIME.format(instant).getBytes(US_ASCII));
    }

    /** Basic constraints: may issue certificates. */
    private static byte[] authority() {
        return element(
                0x30,
                HexFormat.of().parseHex("0603551d13"),
                element(0x04, HexFormat.of().parseHex("30030101ff")));
    }

    /** Alternative names: the address 127.0.0.1 and the name localhost. */
    private static byte[] addresses() {
        byte[] names =
                element(0x30, element(0x87, new byte[] {127, 0, 0, 1}), element(0x82, "localhost".getBytes(US_ASCII)));
        return element(0x30, HexFormat.of().parseHex("0603551d11"), element(0x04, names));
    }

    static byte[] element(int tag, byte[]... contents) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (byte[] part : contents) {
            content.writeBytes(part);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(tag);
        int length = content.size();
        if (length > 255) {
            out.write(0x82);
            out.write(length >> 8);
        } else if (length > 127) {
            out.write(0x81);
        }
        out.write(length);
        out.writeBytes(content.toByteArray());
        return out.toByteArray();
    }
}
