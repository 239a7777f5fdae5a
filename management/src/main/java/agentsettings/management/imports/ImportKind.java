package agentsettings.management.imports;

/** The kinds of records that a file has. */
public enum ImportKind {
    SETTINGS(new SettingsRows()),
    USERS(new UserRows());

    private final RowMapper mapper;

    ImportKind(RowMapper mapper) {
        this.mapper = mapper;
    }

    RowMapper mapper() {
        return mapper;
    }
}
