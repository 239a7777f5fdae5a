package peer.settings;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** A user of the calling platform, and its account in the contact centre. */
@Entity
@Table(name = "t_aicc_pub_appcube_user")
public class User {

    /** Identifies a user in a tenant space. */
    @Embeddable
    public record Key(String tenantId, String userId) {}

    @EmbeddedId
    private Key key;

    private String sumUserId;
    private String account;

    protected User() {}

    public Key getKey() {
        return key;
    }

    public String getSumUserId() {
        return sumUserId;
    }

    public String getAccount() {
        return account;
    }
}
