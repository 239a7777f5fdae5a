package agentsettings.core.changes;

/**
 * The number of a change: which node made it, and where it stands in the sequence of that node's changes. A node's sequence has no
 * gaps, and its changes become visible in its order. Stored and compared as one positive number, {@link #value}.
 *
 * @param node 0 to {@value #NODE_MAX}
 * @param sequence from 1 on
 */
public record ChangeNumber(int node, long sequence) {

    public static final int NODE_MAX = 1023;

    /** The difference between the values of two changes of a node, one after the other. */
    public static final long STEP = NODE_MAX + 1L;

    /** The number with this value. */
    public static ChangeNumber of(long value) {
        return new ChangeNumber((int) (value % STEP), value / STEP);
    }

    public long value() {
        return sequence * STEP + node;
    }
}
