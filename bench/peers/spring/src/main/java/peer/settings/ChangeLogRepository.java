package peer.settings;

import org.springframework.data.jpa.repository.JpaRepository;

/** The stored changes. */
public interface ChangeLogRepository extends JpaRepository<ChangeLogEntry, Long> {}
