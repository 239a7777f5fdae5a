package agentsettings.acceptance.house.rules;

/**
 * Something that breaks a rule.
 *
 * @param location a type, with a line where one is known, or a table
 * @param sentence what is wrong and what to do
 */
record Violation(String location, String sentence) {

    @Override
    public String toString() {
        return location + ": " + sentence;
    }
}
