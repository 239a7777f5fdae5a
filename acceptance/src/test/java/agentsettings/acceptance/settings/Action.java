package agentsettings.acceptance.settings;

/** What can be done to settings, with the last part of its path; the change log writes it the same way. */
public enum Action {
    CREATE("create"),
    UPDATE("update"),
    DELETE("delete");

    private final String word;

    Action(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }
}
