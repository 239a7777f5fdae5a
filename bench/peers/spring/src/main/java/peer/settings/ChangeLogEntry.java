package peer.settings;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;

/** Who changed what and when, written in the change's own transaction. */
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

    /** What the settings were and what they are now, as JSON; null where there were or are none. */
    public ChangeLogEntry fromTo(String before, String after) {
        this.before = before;
        this.after = after;
        return this;
    }
}
