package agentsettings.core.patches;

import agentsettings.core.numbers.AllottedNumber;
import agentsettings.core.numbers.NumberKind;
import java.util.Set;

/**
 * A partial change of an allotted number. Immutable.
 *
 * @param kinds if they are assigned, the number is allotted for all of them, also those that were withdrawn
 * @param description null makes it empty
 */
public record NumberPatch(Edit<Set<NumberKind>> kinds, Edit<String> description) {

    /** Assigns everything. */
    public static NumberPatch ofAll(Set<NumberKind> kinds, String description) {
        return new NumberPatch(Edit.assign(kinds), Edit.assign(description));
    }

    /** The number after the patch, in its next version if that changes it. */
    public AllottedNumber appliedTo(AllottedNumber number) {
        String text = description.appliedTo(number.description());
        return number.changedTo(
                kinds.appliedTo(number.kinds()),
                kinds.assigns() ? Set.of() : number.withdrawn(),
                text == null ? "" : text);
    }
}
