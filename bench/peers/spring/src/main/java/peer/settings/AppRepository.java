package peer.settings;

import org.springframework.data.jpa.repository.JpaRepository;

/** The apps that there are. */
public interface AppRepository extends JpaRepository<App, String> {}
