package agentsettings.bench.stress;

import java.io.IOException;
import java.sql.SQLException;

/** A load, and what it is to show. */
public interface StressTest {

    /** Loads the service, prints the figures, stops it, and judges. */
    Verdict run(TestedService tested) throws IOException, SQLException;
}
