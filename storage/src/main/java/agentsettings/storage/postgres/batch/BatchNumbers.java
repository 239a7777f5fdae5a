package agentsettings.storage.postgres.batch;

import agentsettings.core.changes.ChangeNumber;
import agentsettings.core.decisions.Numbers;
import java.util.function.LongSupplier;

/** Numbers what the commands of a batch make. Whenever the batch is decided, each command gets the same first id. Used by one thread. */
final class BatchNumbers implements Numbers {

    private final LongSupplier ids;
    private final long[] firstIds;
    private final long changeBefore;
    private int command;
    private boolean usedFirstId;
    private long change;

    /**
     * @param size of the batch
     * @param ids supplies new ids
     * @param changeBefore the number of the node's last change
     */
    BatchNumbers(int size, LongSupplier ids, ChangeNumber changeBefore) {
        this.ids = ids;
        this.changeBefore = changeBefore.value();
        firstIds = new long[size];
        for (int i = 0; i < size; i++) {
            firstIds[i] = ids.getAsLong();
        }
    }

    /** The first id that each command may use. */
    long[] firstIds() {
        return firstIds;
    }

    /** To be called before the command of this index is decided; the commands come in their order. */
    void begin(int index) {
        command = index;
        usedFirstId = false;
        if (index == 0) {
            change = changeBefore;
        }
    }

    @Override
    public long nextId() {
        if (usedFirstId) {
            return ids.getAsLong();
        }
        usedFirstId = true;
        return firstIds[command];
    }

    @Override
    public long nextChange() {
        change += ChangeNumber.STEP;
        return change;
    }
}
