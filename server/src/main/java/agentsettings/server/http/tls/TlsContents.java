package agentsettings.server.http.tls;

/** What the PEM files of a section hold. Equal if nothing has changed. {@code toString} omits it. */
record TlsContents(String chain, String key, String clientCa) {

    @Override
    public String toString() {
        return "TlsContents";
    }
}
