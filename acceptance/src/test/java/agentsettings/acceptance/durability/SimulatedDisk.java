package agentsettings.acceptance.durability;

import agentsettings.acceptance.durability.FileOperation.Create;
import agentsettings.acceptance.durability.FileOperation.Link;
import agentsettings.acceptance.durability.FileOperation.Rename;
import agentsettings.acceptance.durability.FileOperation.ResponseSent;
import agentsettings.acceptance.durability.FileOperation.Sync;
import agentsettings.acceptance.durability.FileOperation.Truncate;
import agentsettings.acceptance.durability.FileOperation.Unlink;
import agentsettings.acceptance.durability.FileOperation.Write;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A disk with a cache that a power cut empties. What was done before a file or folder was synchronized is there after the cut. Of what
 * was done since, each write, truncation and name may be there or not, independently of all others, and a write may be torn at the
 * borders of sectors. Used by one thread.
 */
final class SimulatedDisk {

    /** A file, whatever names it has. */
    private static final class Inode {
        final Content durable = new Content(new byte[0]);
        final List<FileOperation> pending = new ArrayList<>();
    }

    /** A folder: the names in it, those that are on disk and those that are not yet. */
    private static final class Folder {
        final Map<String, Object> durable = new HashMap<>();
        final List<NameChange> pending = new ArrayList<>();
    }

    /** A change of the names in a folder, as a whole. The nodes of names that end are null. */
    private record NameChange(int ended, Map<String, Object> nodes) {}

    private final Folder top = new Folder();

    /** Every file and folder by its present path. */
    private final Map<String, Object> nodes = new HashMap<>();

    /** A disk on which the root folder is empty. */
    SimulatedDisk(Path root) {
        nodes.put(root.toString(), top);
    }

    /** Notes what the process does next. */
    void apply(FileOperation operation) {
        switch (operation) {
            case Create create -> name(create.path(), create.isFolder() ? new Folder() : new Inode(), create.ended());
            case Link link -> name(link.to(), nodes.get(link.from()), link.ended());
            case Rename rename -> rename(rename);
            case Unlink unlink -> name(unlink.path(), null, unlink.ended());
            case Write write -> inode(write.path()).pending.add(write);
            case Truncate truncate -> inode(truncate.path()).pending.add(truncate);
            case Sync sync -> sync(sync);
            case ResponseSent response -> {}
        }
    }

    private Inode inode(String path) {
        if (!(nodes.get(path) instanceof Inode inode)) {
            throw new IllegalStateException("no file " + path);
        }
        return inode;
    }

    private Folder parent(String path) {
        return (Folder) nodes.get(Path.of(path).getParent().toString());
    }

    private void name(String path, Object node, int ended) {
        Map<String, Object> change = new HashMap<>();
        change.put(Path.of(path).getFileName().toString(), node);
        parent(path).pending.add(new NameChange(ended, change));
        if (node == null) {
            nodes.remove(path);
        } else {
            nodes.put(path, node);
        }
    }

    private void rename(Rename rename) {
        Map<String, Object> change = new HashMap<>();
        change.put(Path.of(rename.from()).getFileName().toString(), null);
        change.put(Path.of(rename.to()).getFileName().toString(), nodes.get(rename.from()));
        parent(rename.from()).pending.add(new NameChange(rename.ended(), change));
        nodes.put(rename.to(), nodes.remove(rename.from()));
    }

    /** Makes durable what had ended when the synchronization began. To be called when that has ended. */
    private void sync(Sync sync) {
        switch (nodes.get(sync.path())) {
            case Folder folder -> {
                for (NameChange change : List.copyOf(folder.pending)) {
                    if (change.ended() < sync.began()) {
                        apply(change, folder.durable);
                        folder.pending.remove(change);
                    }
                }
            }
            case Inode inode -> {
                for (FileOperation operation : List.copyOf(inode.pending)) {
                    if (operation.ended() < sync.began()) {
                        inode.durable.apply(operation);
                        inode.pending.remove(operation);
                    }
                }
            }
            case null, default -> {}
        }
    }

    private static void apply(NameChange change, Map<String, Object> names) {
        change.nodes().forEach((name, node) -> {
            if (node == null) {
                names.remove(name);
            } else {
                names.put(name, node);
            }
        });
    }

    /** The bytes of a file. */
    private static final class Content {

        private byte[] bytes;
        private int length;

        Content(byte[] bytes) {
            this.bytes = bytes;
            this.length = bytes.length;
        }

        byte[] bytes() {
            return Arrays.copyOf(bytes, length);
        }

        void apply(FileOperation operation) {
            switch (operation) {
                case Truncate truncate -> resize(Math.toIntExact(truncate.length()));
                case Write write -> write(write, 0, write.data().length);
                default -> throw new IllegalArgumentException();
            }
        }

        void write(Write write, int from, int to) {
            int begin = Math.toIntExact(write.offset() + from);
            resize(Math.max(length, begin + to - from));
            System.arraycopy(write.data(), from, bytes, begin, to - from);
        }

        private void resize(int newLength) {
            if (newLength > bytes.length) {
                bytes = Arrays.copyOf(bytes, Math.max(newLength, 2 * bytes.length));
            } else if (newLength < length) {
                Arrays.fill(bytes, newLength, length, (byte) 0);
            }
            length = newLength;
        }
    }

    /** Writes into this empty folder what a power cut now could leave in the root folder. */
    void leave(Path target, Random random) throws IOException {
        leave(top, target, new Chance(random));
    }

    private void leave(Folder folder, Path target, Chance chance) throws IOException {
        Map<String, Object> names = new HashMap<>(folder.durable);
        folder.pending.stream().filter(change -> chance.keeps()).forEach(change -> apply(change, names));
        for (Map.Entry<String, Object> entry : names.entrySet()) {
            Path path = target.resolve(entry.getKey());
            if (entry.getValue() instanceof Folder inner) {
                Files.createDirectory(
                        path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
                leave(inner, path, chance);
            } else {
                Files.write(path, content((Inode) entry.getValue(), chance));
            }
        }
    }

    private static byte[] content(Inode inode, Chance chance) {
        Content content = new Content(inode.durable.bytes());
        for (FileOperation operation : inode.pending) {
            if (operation instanceof Write write && chance.tears()) {
                tear(write, content, chance);
            } else if (chance.keeps()) {
                content.apply(operation);
            }
        }
        return content.bytes();
    }

    /** Each sector of the write is there or not. */
    private static void tear(Write write, Content content, Chance chance) {
        int length = write.data().length;
        int from = 0;
        while (from < length) {
            int toBorder = chance.sector - Math.toIntExact((write.offset() + from) % chance.sector);
            int to = Math.min(length, from + toBorder);
            if (chance.random.nextBoolean()) {
                content.write(write, from, to);
            }
            from = to;
        }
    }

    /** How much of what was not synchronized a cut leaves: nothing, everything, or some. */
    private static final class Chance {

        final Random random;
        final int sector;
        private final double kept;
        private final double torn;

        Chance(Random random) {
            this.random = random;
            this.sector = random.nextBoolean() ? 512 : 4096;
            this.kept = new double[] {0, 0.1, 0.5, 0.9, 1}[random.nextInt(5)];
            this.torn = new double[] {0, 0.1, 0.5}[random.nextInt(3)];
        }

        boolean keeps() {
            return random.nextDouble() < kept;
        }

        boolean tears() {
            return random.nextDouble() < torn;
        }
    }
}
