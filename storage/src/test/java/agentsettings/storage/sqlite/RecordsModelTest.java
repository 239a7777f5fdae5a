package agentsettings.storage.sqlite;

import agentsettings.storage.Engine;
import agentsettings.storage.RecordsModelContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.lifecycle.AfterTry;

/** Lists never differ from a plain list on SQLite. */
class RecordsModelTest extends RecordsModelContract {

    private Path folder;

    @Override
    protected Engine engine() throws IOException {
        folder = Files.createTempDirectory("agentsettings-test");
        return new SqliteEngine(folder);
    }

    @AfterTry
    void removeFolder() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.delete(file);
            }
        }
    }
}
