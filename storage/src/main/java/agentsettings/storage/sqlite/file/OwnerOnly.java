package agentsettings.storage.sqlite.file;

import agentsettings.core.store.StoreUnavailable;
import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/** Creates files and folders that only their owner may use, whatever the process's umask, and requires it of those that exist. */
final class OwnerOnly {

    private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");

    /**
     * Creates the folder and those above it. Only the folder itself is its owner's alone. All survive a power cut.
     *
     * @return false if another process has just created the folder
     */
    static boolean createFolder(Path folder) throws IOException {
        createParents(folder.toAbsolutePath());
        try {
            create(folder.toAbsolutePath(), with(FOLDER));
            return true;
        } catch (FileAlreadyExistsException e) {
            if (Files.isDirectory(folder)) {
                return false;
            }
            throw e;
        }
    }

    private static void createParents(Path folder) throws IOException {
        Path parent = folder.getParent();
        if (!Files.isDirectory(parent)) {
            createParents(parent);
            try {
                create(parent);
            } catch (FileAlreadyExistsException e) {
                // by another process, or it is no folder, which the next step reports
            }
        }
    }

    private static void create(Path folder, FileAttribute<?>... attributes) throws IOException {
        Files.createDirectory(folder, attributes);
        DurableFiles.syncFolder(folder.getParent());
    }

    /**
     * Requires that the folder belongs to the user of this process, and that no other user can use it.
     *
     * @throws StoreUnavailable if not, with what to do as its message
     */
    static void requireFolder(Path folder) throws IOException {
        long owner = Integer.toUnsignedLong((Integer) Files.getAttribute(folder, "unix:uid"));
        if (owner != new UnixSystem().getUid()) {
            throw new StoreUnavailable(
                    "The data folder " + folder + " belongs to the user " + Files.getOwner(folder)
                            + ". Run the command as this user, or give the folder to the user who runs it.",
                    null);
        }
        Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(folder);
        if (!FOLDER.containsAll(permissions)) {
            throw new StoreUnavailable(
                    "Other users may use the data folder " + folder + " (" + PosixFilePermissions.toString(permissions)
                            + "). Run: chmod 700 " + folder,
                    null);
        }
    }

    /** Creates an empty file unless it exists. */
    static void createFile(Path file) throws IOException {
        try {
            Files.createFile(file, with(FILE));
        } catch (FileAlreadyExistsException e) {
            // by this or another process, in the same way
        }
    }

    /** Takes the file away from other users, if it exists. */
    static void restrictFile(Path file) throws IOException {
        try {
            if (!FILE.containsAll(Files.getPosixFilePermissions(file))) {
                Files.setPosixFilePermissions(file, FILE);
            }
        } catch (NoSuchFileException e) {
            // nothing to take away
        } catch (IOException e) {
            throw new StoreUnavailable("Other users may use " + file + ", and its permissions can't be changed", e);
        }
    }

    /** Opens the file for writing and creates it if necessary. */
    static FileChannel openFile(Path file) throws IOException {
        return FileChannel.open(file, EnumSet.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE), with(FILE));
    }

    private static FileAttribute<?> with(Set<PosixFilePermission> permissions) {
        return PosixFilePermissions.asFileAttribute(permissions);
    }

    private OwnerOnly() {}
}
