package agentsettings.management.imports;

/** The kinds of records that a file has. */
public enum ImportKind {
    SETTINGS,
    USERS,
    NUMBERS;

    RowMapper mapper() {
        return switch (this) {
            case SETTINGS -> new SettingsRows();
            case USERS -> new UserRows();
            case NUMBERS -> new NumberRows();
        };
    }
}
