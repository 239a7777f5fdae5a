package agentsettings.management.imports;

import static agentsettings.management.imports.ImportKind.NUMBERS;
import static agentsettings.management.imports.ImportMode.CREATE;
import static agentsettings.management.imports.ImportMode.REPLACE;
import static agentsettings.management.imports.ImportMode.UPSERT;
import static agentsettings.management.imports.ImportText.CALLER;
import static agentsettings.management.imports.ImportText.command;
import static agentsettings.management.imports.ImportText.csv;
import static agentsettings.management.imports.ImportText.faults;
import static agentsettings.management.imports.ImportText.json;
import static org.assertj.core.api.Assertions.assertThat;

import agentsettings.core.commands.EditNumber;
import agentsettings.core.commands.EditNumber.Uses;
import agentsettings.core.numbers.AllottedNumber;
import agentsettings.core.numbers.NumberKind;
import agentsettings.core.patches.Edit;
import agentsettings.core.patches.NumberPatch;
import agentsettings.core.requests.Condition;
import agentsettings.core.settings.PhoneNumber;
import agentsettings.management.csv.NumberCsv;
import agentsettings.management.records.NumberJson;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Rows of allotted numbers become commands, by the mode of the import. */
class NumbersImportTest {

    private static final Set<NumberKind> BOTH = Set.of(NumberKind.DISPLAY, NumberKind.SOFTPHONE);

    private static EditNumber edit(EditNumber.Edit edit) {
        return new EditNumber(CALLER, new PhoneNumber("+8621"), edit, Condition.NONE);
    }

    @Test
    void aRowAllotsANumber() {
        assertThat(command(csv(NUMBERS, CREATE, "number,kinds\n+8621,softphone|display\n")))
                .isEqualTo(edit(new EditNumber.Create(BOTH, "")));
        assertThat(command(csv(NUMBERS, REPLACE, "description,kinds,number\n'=x,display,+8621\n")))
                .isEqualTo(edit(new EditNumber.Put(Set.of(NumberKind.DISPLAY), "=x", Uses.UNKNOWN)));
        assertThat(command(csv(NUMBERS, UPSERT, "number,kinds,description\n+8621,,desk\n")))
                .isEqualTo(
                        edit(new EditNumber.Upsert(new NumberPatch(Edit.keep(), Edit.assign("desk")), Uses.UNKNOWN)));
    }

    @Test
    void whatIsExportedComesBackAsItWas() {
        AllottedNumber number = new AllottedNumber(
                new PhoneNumber("+8621"), BOTH, Set.of(NumberKind.DISPLAY), "a, \"b\"", Instant.EPOCH, 3);
        EditNumber expected = edit(new EditNumber.Create(BOTH, "a, \"b\""));

        assertThat(command(csv(NUMBERS, CREATE, NumberCsv.HEADER + NumberCsv.line(number))))
                .isEqualTo(expected);
        assertThat(command(json(NUMBERS, CREATE, NumberJson.of(number) + "\n"))).isEqualTo(expected);
    }

    @Test
    void allFaultsOfARowAreReportedAtOnce() {
        assertThat(faults(csv(
                        NUMBERS,
                        CREATE,
                        "number,kinds,description\n1.38E+10,display|fax,\u0001\n,,\n12,,\n12,display,\n")))
                .containsExactly(
                        "2 number spoilt-number",
                        "2 kinds invalid-value",
                        "2 description invalid-character",
                        "4 kinds required",
                        "5 number duplicate");
        assertThat(faults(json(NUMBERS, UPSERT, "{\"number\":\"12\",\"kinds\":null}\n{\"number\":\"\",\"kinds\":[]}")))
                .containsExactly("1 kinds required", "2 number wrong-length", "2 kinds invalid-value");
    }
}
