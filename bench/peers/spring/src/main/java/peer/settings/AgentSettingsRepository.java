package peer.settings;

import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

/** The stored settings. */
public interface AgentSettingsRepository extends JpaRepository<AgentSettings, Long> {

    Optional<AgentSettings> findByTenantIdAndUserId(String tenantId, String userId);

    boolean existsByTenantIdAndUserId(String tenantId, String userId);
}
