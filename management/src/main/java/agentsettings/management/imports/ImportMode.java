package agentsettings.management.imports;

/** What an import does to records that are there already. What the file does not name is left alone. */
public enum ImportMode {
    /** Only creates records: one that is there is a fault. */
    CREATE,
    /** Creates records, and replaces those that are there: what a row does not say is taken away. */
    REPLACE,
    /** Creates records, and changes those that are there: what a row does not say stays as it is. */
    UPSERT
}
