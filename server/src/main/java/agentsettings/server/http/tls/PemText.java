package agentsettings.server.http.tls;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The contents of a PEM file: blocks of Base64, each with a label, and anything between them. */
record PemText(String text) {

    /**
     * The certificates, in the order of the file.
     *
     * @throws CertificateException if one can't be read
     */
    List<X509Certificate> certificates() throws CertificateException {
        CertificateFactory factory = CertificateFactory.getInstance("X.509");
        List<X509Certificate> certificates = new ArrayList<>();
        Matcher block = block("CERTIFICATE");
        while (block.find()) {
            byte[] der = decoded(block);
            certificates.add((X509Certificate) factory.generateCertificate(new ByteArrayInputStream(der)));
        }
        return certificates;
    }

    /**
     * The bytes of the first block with this label.
     *
     * @throws IllegalArgumentException if they are not Base64
     */
    Optional<byte[]> first(String label) {
        Matcher block = block(label);
        return block.find() ? Optional.of(decoded(block)) : Optional.empty();
    }

    /** Whether a private key is encrypted, in either of the forms that OpenSSL writes. */
    boolean isEncrypted() {
        return text.contains("-----BEGIN ENCRYPTED PRIVATE KEY-----") || text.contains("Proc-Type: 4,ENCRYPTED");
    }

    private Matcher block(String label) {
        return Pattern.compile("-----BEGIN " + label + "-----([^-]*)-----END " + label + "-----")
                .matcher(text);
    }

    private static byte[] decoded(Matcher block) {
        return Base64.getMimeDecoder().decode(block.group(1));
    }

    @Override
    public String toString() {
        return "PemText";
    }
}
