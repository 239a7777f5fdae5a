package agentsettings.server.backup;

import agentsettings.storage.sqlite.file.DataFolder;
import agentsettings.storage.sqlite.file.DurableFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A folder with a backup: a data folder of which no process uses the database, and its manifest. Immutable.
 *
 * @param path the folder, which need not exist
 */
record BackupFolder(Path path) {

    private static final String MANIFEST = "backup.properties";

    /** Marks the folder of a backup that is not complete. */
    static final String INCOMPLETE = ".incomplete";

    /** The folder in which this one is made. */
    BackupFolder incomplete() {
        return new BackupFolder(path.toAbsolutePath().resolveSibling(path.getFileName() + INCOMPLETE));
    }

    DataFolder data() {
        return new DataFolder(path);
    }

    Path database() {
        return data().database().path();
    }

    Path key() {
        return data().secretHashKey();
    }

    Path manifest() {
        return path.resolve(MANIFEST);
    }

    /** Gives the folder, with all that is in it, its final name. */
    void moveTo(BackupFolder complete) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(path)) {
            for (Path file : files) {
                DurableFiles.syncFile(file);
            }
        }
        DurableFiles.syncFolder(path);
        Files.move(path, complete.path, StandardCopyOption.ATOMIC_MOVE);
        DurableFiles.syncFolder(complete.path.toAbsolutePath().getParent());
    }

    /** Removes the folder and the files in it, if it exists. */
    void delete() {
        if (Files.isDirectory(path)) {
            empty();
            delete(path);
        }
    }

    /** Removes the files in the folder. */
    void empty() {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(path)) {
            files.forEach(BackupFolder::delete);
        } catch (IOException e) {
            throw new UncheckedIOException("Can't look into " + path, e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException("Can't remove " + file, e);
        }
    }
}
