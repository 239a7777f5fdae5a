package agentsettings.bench.jmh;

import agentsettings.storage.Database;
import agentsettings.storage.sqlite.SqliteDatabase;
import agentsettings.storage.sqlite.file.DataFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A migrated embedded database in a temporary folder, which closing deletes. Used by one thread. */
record TemporaryDatabase(Path folder, Database database) implements AutoCloseable {

    static TemporaryDatabase create() throws IOException {
        Path folder = Files.createTempDirectory("agentsettings-jmh");
        Database database = SqliteDatabase.openExclusive(new DataFolder(folder));
        database.migrate();
        return new TemporaryDatabase(folder, database);
    }

    @Override
    public void close() throws IOException {
        database.close();
        try (Stream<Path> walk = Files.walk(folder)) {
            List<Path> filesFirst = walk.sorted(Comparator.reverseOrder()).toList();
            for (Path path : filesFirst) {
                Files.delete(path);
            }
        }
    }
}
