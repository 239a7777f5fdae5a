package peer.settings;

import org.springframework.data.jpa.repository.JpaRepository;

/** The changes made so far. */
public interface ChangeLogRepository extends JpaRepository<ChangeLogEntry, Long> {}
