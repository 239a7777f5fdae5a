package agentsettings.management.imports.parsing;

import agentsettings.core.jobs.RowFault.Code;
import agentsettings.core.patches.Edit;
import agentsettings.management.imports.parsing.ImportColumn.Need;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** The rows of a JSON Lines file, an object on each line. Used by one thread. */
final class JsonRowParser implements RowParser {

    private static final JsonFactory JSON = JsonFactory.builder().build();

    private final RowSplitter rows;
    private final Columns columns;

    JsonRowParser(RowSplitter rows, Columns columns) {
        this.rows = rows;
        this.columns = columns;
    }

    @Override
    public Optional<RowValues> next() throws IOException {
        Optional<RawRow> row;
        do {
            row = rows.next();
        } while (row.filter(RawRow::isBlank).isPresent());
        return row.map(this::values);
    }

    private RowValues values(RawRow row) {
        RowValues values = new RowValues(row.number());
        Optional<String> text = row.text();
        if (row.isTooLong()) {
            values.fault(null, Code.TOO_LONG, "The row must have at most " + RowSplitter.ROW_MAX + " bytes.");
        } else if (text.isEmpty()) {
            values.fault(null, Code.INVALID_ENCODING, row.encodingFault());
        } else {
            read(text.get(), values);
        }
        return values;
    }

    private void read(String text, RowValues values) {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                values.fault(null, Code.MALFORMED, "The row must be a JSON object.");
                return;
            }
            Set<String> present = new HashSet<>();
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                readMember(parser, present, values);
            }
            if (parser.nextToken() != null) {
                values.fault(null, Code.MALFORMED, "The row must be only one JSON object.");
            }
        } catch (JacksonException e) {
            values.fault(
                    null,
                    Code.MALFORMED,
                    "The row is not valid JSON: character " + e.getLocation().getColumnNr() + ".");
        }
    }

    private void readMember(JsonParser parser, Set<String> present, RowValues values) {
        String name = parser.currentName();
        Optional<ImportColumn> column = columns.find(name);
        parser.nextToken();
        if (!present.add(name)) {
            values.fault(CsvHeader.shown(name), Code.DUPLICATE_COLUMN, "is there twice.");
            parser.skipChildren();
        } else if (column.isEmpty()) {
            values.fault(CsvHeader.shown(name), Code.UNKNOWN_COLUMN, columns.unknown(name));
            parser.skipChildren();
        } else if (column.get().need() == Need.IGNORED) {
            parser.skipChildren();
        } else if (column.get().type().isList()) {
            readList(parser, name, values);
        } else {
            readText(parser, name, values);
        }
    }

    private static void readText(JsonParser parser, String name, RowValues values) {
        switch (parser.currentToken()) {
            case VALUE_STRING -> values.put(name, Edit.assign(parser.getString()));
            case VALUE_NULL -> values.put(name, Edit.assign(null));
            default -> {
                values.fault(name, Code.WRONG_TYPE, "must be a string or null.");
                parser.skipChildren();
            }
        }
    }

    private static void readList(JsonParser parser, String name, RowValues values) {
        if (parser.currentToken() == JsonToken.VALUE_NULL) {
            values.putList(name, Edit.assign(null));
            return;
        } else if (parser.currentToken() != JsonToken.START_ARRAY) {
            values.fault(name, Code.WRONG_TYPE, "must be an array or null.");
            parser.skipChildren();
            return;
        }
        List<String> list = new ArrayList<>();
        boolean areStrings = true;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            areStrings &= parser.currentToken() == JsonToken.VALUE_STRING;
            list.add(parser.getValueAsString());
            parser.skipChildren();
        }
        if (areStrings) {
            values.putList(name, Edit.assign(list));
        } else {
            values.fault(name, Code.WRONG_TYPE, "must have only strings.");
        }
    }
}
