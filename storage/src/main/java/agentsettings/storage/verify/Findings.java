package agentsettings.storage.verify;

import java.util.ArrayList;
import java.util.List;

/** Collects what a verification finds. Keeps the first findings and counts all. Used by one thread. */
public final class Findings {

    private final int keptMax;
    private final List<Finding> kept = new ArrayList<>();
    private long count;
    private boolean damaged;

    public Findings(int keptMax) {
        this.keptMax = keptMax;
    }

    /** Adds a row that breaks a rule; see {@link Finding}. */
    public void add(String table, String key, String rule) {
        count++;
        if (kept.size() < keptMax) {
            kept.add(new Finding(table, key, rule));
        }
    }

    /** Adds what is wrong with the file of the database, whatever its rows hold. */
    public void addDamage(String table, String what) {
        damaged = true;
        add(table, "", what);
    }

    /** Whether the file is damaged. */
    public boolean damaged() {
        return damaged;
    }

    /** The first findings. */
    public List<Finding> kept() {
        return List.copyOf(kept);
    }

    /** The number of all findings. */
    public long count() {
        return count;
    }
}
