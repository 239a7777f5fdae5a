package peer.settings;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** A client of the interface, and its tenant space. */
@Entity
public class App {

    @Id
    private String appKey;

    private String tenantId;
    private boolean enabled;

    protected App() {}

    public String getAppKey() {
        return appKey;
    }

    public String getTenantId() {
        return tenantId;
    }

    public boolean isEnabled() {
        return enabled;
    }
}
