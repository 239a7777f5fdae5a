package agentsettings.server.http.tls;

import io.vertx.core.net.TrustOptions;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.TrustManagerFactory;

/** The authorities whose certificates clients must present. Immutable. */
record ClientAuthorities(List<X509Certificate> certificates) {

    /**
     * Decodes the contents of the files; empty if clients need no certificate.
     *
     * @throws IllegalStateException if there is a file without a certificate that can be read
     */
    static ClientAuthorities of(TlsFiles files, TlsContents contents) {
        if (files.clientCa() == null) {
            return new ClientAuthorities(List.of());
        }
        try {
            List<X509Certificate> certificates = new PemText(contents.clientCa()).certificates();
            if (certificates.isEmpty()) {
                throw files.fault("tls-client-ca", files.clientCa() + " holds no certificate in PEM format.");
            }
            return new ClientAuthorities(certificates);
        } catch (CertificateException | IllegalArgumentException e) {
            throw files.fault("tls-client-ca", files.clientCa() + " holds a certificate that can't be read.");
        }
    }

    boolean isEmpty() {
        return certificates.isEmpty();
    }

    TrustOptions options() {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            for (X509Certificate certificate : certificates) {
                store.setCertificateEntry(Integer.toString(store.size()), certificate);
            }
            TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            managers.init(store);
            return TrustOptions.wrap(managers);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("can't use the certificates of clients' authorities", e);
        }
    }
}
