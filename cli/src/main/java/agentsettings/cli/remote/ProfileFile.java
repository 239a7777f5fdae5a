package agentsettings.cli.remote;

import agentsettings.cli.options.CommandFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The file in which a login stores an address and a key. Only its owner may read it. */
final class ProfileFile {

    private static final FileAttribute<?> ONLY_OWNER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private static final Set<PosixFilePermission> OTHERS = EnumSet.complementOf(EnumSet.of(
            PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE));

    private static final String ADDRESS = "url";
    private static final String KEY = "key";

    private final Path path;

    ProfileFile(Path path) {
        this.path = path;
    }

    /** Returns the user's file, below XDG_CONFIG_HOME or .config; empty if neither can be told. */
    static Optional<ProfileFile> of(Map<String, String> environment) {
        return folder(environment, "XDG_CONFIG_HOME")
                .or(() -> folder(environment, "HOME").map(home -> home.resolve(".config")))
                .map(config -> new ProfileFile(config.resolve("agentsettings").resolve("profile")));
    }

    /** A relative path is to be ignored, as the XDG specification says. */
    private static Optional<Path> folder(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name)).map(Path::of).filter(Path::isAbsolute);
    }

    Path path() {
        return path;
    }

    boolean exists() {
        return Files.exists(path);
    }

    /**
     * Reads the file.
     *
     * @throws CommandFailure if others may read it, or if it is not valid
     */
    Optional<ServiceConnection> read() {
        Map<String, String> values;
        try {
            requireSecrecy();
            values = values(Files.readAllLines(path));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(new IOException("Cannot read " + path, e));
        }
        String address = required(values, ADDRESS);
        String key = required(values, KEY);
        return Optional.of(ServiceConnection.of(address, ADDRESS + " in " + path, key, KEY + " in " + path));
    }

    /** Returns the values of lines as {@link #write} writes them: what stands behind the equals sign, as it stands. */
    private static Map<String, String> values(List<String> lines) {
        Map<String, String> values = new HashMap<>();
        for (String line : lines) {
            int end = line.indexOf('=');
            if (end > 0) {
                values.put(
                        line.substring(0, end).strip(), line.substring(end + 1).strip());
            }
        }
        return values;
    }

    private void requireSecrecy() throws IOException {
        Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(path);
        if (permissions.stream().anyMatch(OTHERS::contains)) {
            throw new CommandFailure(path + " has a key and is open to other users ("
                    + PosixFilePermissions.toString(permissions) + "); run \"chmod 600 " + path + "\".");
        }
    }

    private String required(Map<String, String> values, String name) {
        String value = values.get(name);
        if (value == null) {
            throw new CommandFailure(path + " has no " + name + "; run \"agentsettings login\".");
        }
        return value;
    }

    /** Replaces the file, as a whole. */
    void write(ServiceConnection connection) {
        try {
            Path folder = Files.createDirectories(path.getParent(), ONLY_OWNER);
            Path written = Files.createTempFile(folder, "profile", ".new"); // for its owner alone
            try {
                Files.writeString(
                        written,
                        ADDRESS + "=" + connection.address() + "\n" + KEY + "="
                                + connection.key().reveal() + "\n");
                Files.move(written, path, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(written); // if it was not moved
            }
        } catch (IOException e) {
            throw new UncheckedIOException(new IOException("Cannot write " + path, e));
        }
    }

    /** Deletes the file. Returns false if there is none. */
    boolean delete() {
        try {
            return Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(new IOException("Cannot delete " + path, e));
        }
    }
}
