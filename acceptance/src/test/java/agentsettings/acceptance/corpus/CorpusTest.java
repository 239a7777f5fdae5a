package agentsettings.acceptance.corpus;

import java.nio.file.Path;
import java.util.List;

/** The corpus on the embedded database, or against any server. */
class CorpusTest extends CorpusContract {

    @Override
    List<String> newDatabase(Path emptyDirectory) {
        return List.of("--data", emptyDirectory.resolve("data").toString());
    }
}
