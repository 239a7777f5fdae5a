package agentsettings.server.loopback;

import agentsettings.wire.names.HttpNames;

/** The operations of the vendor's interface that can be tried. */
public enum TriedOperation {
    CREATE(HttpNames.CREATE_PATH),
    UPDATE(HttpNames.UPDATE_PATH),
    QUERY(HttpNames.QUERY_PATH),
    DELETE(HttpNames.DELETE_PATH),
    TOKEN(HttpNames.TOKEN_PATH);

    private final String path;

    TriedOperation(String path) {
        this.path = path;
    }

    public String path() {
        return path;
    }
}
