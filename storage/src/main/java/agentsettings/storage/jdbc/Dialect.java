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
            return log + ".seq = " + number + " / 1024 AND " + log + ".node = (" + number + " % 1024)::integer";
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

    /** Whether the change in the change log of this alias has the number in a column. */
    public abstract String isChange(String log, String number);
}
