package agentsettings.management.imports;

import static agentsettings.management.records.NumberJson.DESCRIPTION;
import static agentsettings.management.records.NumberJson.KINDS;
import static agentsettings.management.records.NumberJson.NUMBER;

import agentsettings.core.apps.Caller;
import agentsettings.core.commands.Command;
import agentsettings.core.commands.EditNumber;
import agentsettings.core.commands.EditNumber.Uses;
import agentsettings.core.numbers.NumberKind;
import agentsettings.core.patches.Edit;
import agentsettings.core.patches.NumberPatch;
import agentsettings.core.requests.Condition;
import agentsettings.core.rules.NumberDraft;
import agentsettings.core.rules.NumberRules;
import agentsettings.management.imports.parsing.Columns;
import agentsettings.management.imports.parsing.ImportColumn;
import agentsettings.management.imports.parsing.RowValues;
import java.util.Set;

/** Rows with allotted numbers. A kind that a number has is not taken back by a file, because settings may use it. Stateless. */
final class NumberRows implements RowMapper {

    /** A replacement takes away what has no column, so all must be there. */
    @Override
    public Columns columns(ImportMode mode) {
        return Columns.of()
                .with(NUMBER, ImportColumn.Type.NUMBER, true)
                .with(KINDS, ImportColumn.Type.WORDS, mode != ImportMode.UPSERT)
                .with(DESCRIPTION, ImportColumn.Type.TEXT, mode == ImportMode.REPLACE)
                .ignoring("withdrawn", "createdAt");
    }

    @Override
    public String key() {
        return NUMBER;
    }

    @Override
    public void check(RowValues row, ImportMode mode) {
        row.required(NUMBER);
        if (mode == ImportMode.UPSERT) {
            row.requireKept(KINDS);
        } else {
            row.requireList(KINDS);
        }
        RowChecks.add(
                NumberRules.violations(new NumberDraft(
                        row.text(NUMBER).value(),
                        row.list(KINDS).value(),
                        row.text(DESCRIPTION).value())),
                row);
    }

    @Override
    public Command<?> command(RowValues row, ImportMode mode, Caller caller) {
        Set<NumberKind> kinds = NumberRules.kinds(row.list(KINDS).value());
        String text = row.text(DESCRIPTION).value();
        String description = text == null ? "" : text;
        EditNumber.Edit edit = switch (mode) {
            case CREATE -> new EditNumber.Create(kinds, description);
            case REPLACE -> new EditNumber.Put(kinds, description, Uses.UNKNOWN);
            case UPSERT ->
                new EditNumber.Upsert(
                        new NumberPatch(new Edit<>(row.list(KINDS).assigns(), kinds), row.text(DESCRIPTION)),
                        Uses.UNKNOWN);
        };
        return new EditNumber(caller, NumberRules.number(row.text(NUMBER).value()), edit, Condition.NONE);
    }
}
