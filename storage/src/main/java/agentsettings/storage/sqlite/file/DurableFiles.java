package agentsettings.storage.sqlite.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Makes files and the entries of folders survive a power cut. Stateless. */
public final class DurableFiles {

    /** Returns when the content of the file is on disk. Its name is when its folder is synchronized, too. */
    public static void syncFile(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /** Returns when the entries of the folder are on disk. */
    public static void syncFolder(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder.toAbsolutePath(), StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private DurableFiles() {}
}
