package agentsettings.server.http.conformance;

/** A protocol that some clients speak to a port that serves another. */
public enum ForeignProtocol {
    TLS("TLS", "HTTP without TLS; use http://, or set a certificate for the port"),
    PLAIN_HTTP("HTTP without TLS", "HTTP with TLS; use https://"),
    HTTP_2("HTTP/2 without negotiation (prior knowledge)", "HTTP/1.1; configure the client for HTTP/1.1");

    private final String description;
    private final String advice;

    ForeignProtocol(String description, String advice) {
        this.description = description;
        this.advice = advice;
    }

    /** What the client speaks, as in "speaks TLS". */
    String description() {
        return description;
    }

    /** What the port serves instead, and what to do. */
    String advice() {
        return advice;
    }
}
