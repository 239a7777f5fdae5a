package peer.settings;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;

/** A record of a change, written in the same transaction. */
@Entity
@Table(name = "change_log")
public class ChangeLogEntry {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    @SequenceGenerator(sequenceName = "change_log_seq")
    private Long seq;

    private String tenantId;
    private long at;
    private String userId;
    private Long settingsId;
    private String actor;
    private String action;
    private String before;
    private String after;

    protected ChangeLogEntry() {}

    public ChangeLogEntry(Caller caller, AgentSettings settings, String action, Instant now) {
        this.tenantId = caller.tenantId();
        this.at = now.toEpochMilli();
        this.userId = settings.getUserId();
        this.settingsId = settings.getId();
        this.actor = caller.appKey();
        this.action = action;
    }

    /** Sets the settings before and after the change, as JSON or null. */
    public ChangeLogEntry fromTo(String before, String after) {
        this.before = before;
        this.after = after;
        return this;
    }
}
