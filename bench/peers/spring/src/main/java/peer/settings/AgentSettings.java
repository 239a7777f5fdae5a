package peer.settings;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;

/** The settings of a user, who has at most one such record. */
@Entity
public class AgentSettings {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    private Long id;

    private String tenantId;
    private String userId;

    @Embedded
    private OutboundSettings outbound;

    @Version
    private Long version;

    private long createdAt;
    private long updatedAt;

    protected AgentSettings() {}

    public AgentSettings(String tenantId, String userId, OutboundSettings outbound, Instant now) {
        this.tenantId = tenantId;
        this.userId = userId;
        this.outbound = outbound;
        this.createdAt = now.toEpochMilli();
        this.updatedAt = createdAt;
    }

    public void change(OutboundSettings changed, Instant now) {
        outbound = changed;
        updatedAt = now.toEpochMilli();
    }

    public Long getId() {
        return id;
    }

    public String getTenantId() {
        return tenantId;
    }

    public String getUserId() {
        return userId;
    }

    /** Never null, although Hibernate loads null if every column is null. */
    public OutboundSettings getOutbound() {
        return outbound == null ? OutboundSettings.NONE : outbound;
    }

    public Instant getCreatedAt() {
        return Instant.ofEpochMilli(createdAt);
    }
}
