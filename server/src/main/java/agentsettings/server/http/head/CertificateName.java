package agentsettings.server.http.head;

import io.vertx.core.http.HttpServerRequest;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import javax.naming.NamingException;
import javax.naming.directory.Attribute;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;

/** The name in the certificate of a client: the common name (CN) of its subject. Stateless. */
public final class CertificateName {

    /** Empty if the client has presented no certificate, or one whose subject has no common name or several. */
    public static Optional<String> of(HttpServerRequest request) {
        SSLSession session = request.sslSession();
        try {
            return session != null && session.getPeerCertificates()[0] instanceof X509Certificate certificate
                    ? commonName(certificate)
                    : Optional.empty();
        } catch (SSLPeerUnverifiedException none) {
            return Optional.empty();
        }
    }

    private static Optional<String> commonName(X509Certificate certificate) {
        List<Object> names = new ArrayList<>();
        try {
            String subject = certificate.getSubjectX500Principal().getName();
            for (Rdn part : new LdapName(subject).getRdns()) {
                Attribute name = part.toAttributes().get("CN");
                if (name != null) {
                    names.addAll(Collections.list(name.getAll()));
                }
            }
        } catch (NamingException e) {
            return Optional.empty();
        }
        return names.size() == 1 && names.getFirst() instanceof String name ? Optional.of(name) : Optional.empty();
    }

    private CertificateName() {}
}
