package agentsettings.acceptance.corpus;

import agentsettings.acceptance.PostgresForTests;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

/** The corpus on PostgreSQL. */
@DisabledIfSystemProperty(
        named = "corpus\\.(base-url|refresh)",
        matches = ".+",
        disabledReason = "CorpusTest plays against the other server, and writes the answers down")
class PostgresCorpusTest extends CorpusContract {

    @Override
    List<String> newDatabase(Path emptyDirectory) throws IOException {
        return PostgresForTests.withNewDatabase(emptyDirectory).options();
    }
}
