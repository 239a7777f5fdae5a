package agentsettings.management.imports;

/** The kinds of records that a file has. */
public enum ImportKind {
    SETTINGS,
    USERS;

    RowMapper mapper() {
        return switch (this) {
            case SETTINGS -> new SettingsRows();
            case USERS -> new UserRows();
        };
    }
}
