package agentsettings.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.Base64;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A self-signed certificate for 127.0.0.1 and its key, as PEM files. */
public final class TlsKeys {

    private static final String PASSWORD = "changeit";

    private final Path folder;
    private final KeyStore keys;

    private TlsKeys(Path folder, KeyStore keys) {
        this.folder = folder;
        this.keys = keys;
    }

    /** Makes the key with the JDK's keytool, and writes the files into a folder. */
    public static TlsKeys make(Path folder) throws IOException, InterruptedException, GeneralSecurityException {
        TlsKeys made = new TlsKeys(folder, generate(folder, "server", "test"));
        made.write("cert.pem", "CERTIFICATE", made.keys.getCertificate("server").getEncoded());
        made.write(
                "key.pem",
                "PRIVATE KEY",
                made.keys.getKey("server", PASSWORD.toCharArray()).getEncoded());
        return made;
    }

    /** Makes a self-signed certificate with this common name for a client, and writes it into a file, which this returns. */
    public Path addClient(String name) throws IOException, InterruptedException, GeneralSecurityException {
        Certificate certificate = generate(folder, name, name).getCertificate(name);
        return write(name + ".pem", "CERTIFICATE", certificate.getEncoded());
    }

    private static KeyStore generate(Path folder, String alias, String commonName)
            throws IOException, InterruptedException, GeneralSecurityException {
        Path store = folder.resolve("keys.p12");
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        Process process = new ProcessBuilder(
                        keytool,
                        "-genkeypair",
                        "-alias",
                        alias,
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=" + commonName,
                        "-ext",
                        "san=ip:127.0.0.1",
                        "-storepass",
                        PASSWORD,
                        "-keystore",
                        store.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("keytool.log").toFile())
                .start();
        assertThat(process.waitFor()).isZero();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        return keys;
    }

    /** The lines of a configuration that has the service use the certificate for its main port. */
    public String configuration() {
        return configuration("http");
    }

    /** The same for a section of the configuration. */
    public String configuration(String section) {
        return section + ".tls-certificate=" + folder.resolve("cert.pem") + "\n" + section + ".tls-key="
                + folder.resolve("key.pem") + "\n";
    }

    /** Trusts this certificate alone. */
    public SSLContext trusting() throws GeneralSecurityException, IOException {
        return trusting(new KeyManager[0]);
    }

    /** The same, and presents the certificate of a client that was added. */
    public SSLContext presenting(String client) throws GeneralSecurityException, IOException {
        KeyStore all = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(folder.resolve("keys.p12"))) {
            all.load(in, PASSWORD.toCharArray());
        }
        KeyStore own = KeyStore.getInstance("PKCS12");
        own.load(null, null);
        own.setKeyEntry(client, all.getKey(client, PASSWORD.toCharArray()), new char[0], new Certificate[] {
            all.getCertificate(client)
        });
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(own, new char[0]);
        return trusting(managers.getKeyManagers());
    }

    private SSLContext trusting(KeyManager[] own) throws GeneralSecurityException, IOException {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("server", keys.getCertificate("server"));
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(own, managers.getTrustManagers(), null);
        return context;
    }

    private Path write(String name, String label, byte[] der) throws IOException {
        String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        Path file = folder.resolve(name);
        Files.writeString(file, "-----BEGIN " + label + "-----\n" + base64 + "\n-----END " + label + "-----\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        return file;
    }
}
