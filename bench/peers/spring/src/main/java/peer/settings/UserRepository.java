package peer.settings;

import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

/** The stored users. */
public interface UserRepository extends JpaRepository<User, User.Key> {

    Optional<User> findByKeyTenantIdAndSumUserId(String tenantId, String sumUserId);
}
