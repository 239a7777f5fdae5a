package agentsettings.storage.jdbc;

/** Where the engines' SQL differs in reading records. Each text that is passed in is SQL. */
public enum Dialect {
    SQLITE {
        // as JSON, which any text can be turned into, also one that holds no numbers
        @Override
        public String split(String numbers) {
            return "json_each(replace(json_array(" + numbers + "), ',', '\",\"')) AS n";
        }

        @Override
        public String changeNumber(String log) {
            return log + ".number";
        }

        @Override
        public String isChange(String log, String number) {
            return log + ".number = " + number;
        }

        @Override
        public String joinChange(String log, String number) {
            return "JOIN change_log " + log + " ON " + log + ".number = " + number + " AND " + log + ".tenant_id = ?";
        }

        @Override
        public String mayContain(String text) {
            return text + " LIKE ? ESCAPE '\\'"; // which takes an ASCII letter for the same in the other case
        }
    },

    /** It stores the number of a change as that of the node and that of the change among the node's. */
    POSTGRES {
        @Override
        public String split(String numbers) {
            return "LATERAL (SELECT t.value COLLATE \"C\" AS value FROM string_to_table(" + numbers
                    + ", ',') AS t (value)) AS n";
        }

        @Override
        public String changeNumber(String log) {
            return "(" + log + ".seq * 1024 + " + log + ".node)";
        }

        @Override
        public String isChange(String log, String number) {
            return log + ".seq = " + number + " / 1024 AND " + log + ".node = " + number + " % 1024";
        }

        // by a subquery, which is always planned as a look-up of one row, whatever is estimated
        @Override
        public String joinChange(String log, String number) {
            return "JOIN LATERAL (SELECT * FROM change_log WHERE tenant_id = ? AND seq = " + number
                    + " / 1024 AND node = (" + number + " % 1024)::integer LIMIT 1) AS " + log + " ON true";
        }

        @Override
        public String mayContain(String text) {
            return "lower((" + text + ") COLLATE \"C\") LIKE ? ESCAPE '\\'";
        }
    };

    /**
     * What to join in order to have a row for each of the numbers that commas join.
     *
     * @return with the alias n and the column value, compared byte by byte
     */
    public abstract String split(String numbers);

    /** The number of a change in the change log of this alias. */
    public abstract String changeNumber(String log);

    /** Whether the row of the log of this alias is the change of this number. */
    public abstract String isChange(String log, String number);

    /**
     * What to join in order to have the change of a number. Its one parameter is the tenant space.
     *
     * @param log the alias that the change gets
     */
    public abstract String joinChange(String log, String number);

    /** Whether a text matches the pattern that is the one parameter, in lower case, whatever the case of ASCII letters in the text. */
    public abstract String mayContain(String text);
}
