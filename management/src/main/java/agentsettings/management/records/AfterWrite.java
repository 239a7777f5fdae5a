package agentsettings.management.records;

import agentsettings.core.store.OutcomeUnknown;
import agentsettings.core.store.StoreOverloaded;
import agentsettings.core.store.StoreUnavailable;
import java.util.function.Supplier;

/** Reads what a write has stored. If that fails, the client must not be told that nothing was changed. Stateless. */
public final class AfterWrite {

    /**
     * What is read.
     *
     * @throws OutcomeUnknown if it can't be read
     */
    public static <T> T read(Supplier<T> stored) {
        try {
            return stored.get();
        } catch (StoreUnavailable | StoreOverloaded e) {
            throw new OutcomeUnknown("The write was executed, and its record can't be read", e);
        }
    }

    private AfterWrite() {}
}
