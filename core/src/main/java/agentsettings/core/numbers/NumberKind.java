package agentsettings.core.numbers;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** What a number may be used as. */
public enum NumberKind {
    /** It is shown to the called party. */
    DISPLAY,
    /** It is the phone of an agent. */
    SOFTPHONE;

    /** A set of these kinds that cannot be changed, in their order. */
    public static Set<NumberKind> setOf(Collection<NumberKind> kinds) {
        EnumSet<NumberKind> set = EnumSet.noneOf(NumberKind.class);
        set.addAll(kinds);
        return Collections.unmodifiableSet(set);
    }
}
