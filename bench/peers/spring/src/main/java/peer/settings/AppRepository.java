package peer.settings;

import org.springframework.data.jpa.repository.JpaRepository;

/** The stored apps. */
public interface AppRepository extends JpaRepository<App, String> {}
