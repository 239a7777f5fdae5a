package agentsettings.acceptance.durability;

import agentsettings.acceptance.durability.FileOperation.Create;
import agentsettings.acceptance.durability.FileOperation.Link;
import agentsettings.acceptance.durability.FileOperation.Rename;
import agentsettings.acceptance.durability.FileOperation.ResponseSent;
import agentsettings.acceptance.durability.FileOperation.Sync;
import agentsettings.acceptance.durability.FileOperation.Truncate;
import agentsettings.acceptance.durability.FileOperation.Unlink;
import agentsettings.acceptance.durability.FileOperation.Write;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what strace has written with {@link #OPTIONS}: the operations on files below a folder, and the responses on sockets. A system
 * call that others interrupt has two lines. Used by one thread.
 */
final class StraceReader {

    /** Every byte in hexadecimal, names for file descriptors, and stops only at the system calls that matter. */
    static final List<String> OPTIONS = List.of(
            "-f",
            "--seccomp-bpf",
            "-yy",
            "-xx",
            "-s",
            "1000000",
            "-e",
            "trace=openat,mkdir,mkdirat,pwrite64,write,writev,lseek,ftruncate,fallocate,fsync,fdatasync,rename,renameat,renameat2,"
                    + "unlink,unlinkat,rmdir,link,linkat,msync");

    private static final Pattern LINE = Pattern.compile("(\\d+) +(.*)");
    private static final Pattern RESUMED = Pattern.compile("<\\.\\.\\. (\\w+) resumed>(.*)");
    private static final Pattern CALL = Pattern.compile("(\\w+)\\((.*)\\) += (-?\\d+)(.*)");
    private static final Pattern CLIENT = Pattern.compile("->.*:(\\d+)\\]");
    private static final String UNFINISHED = " <unfinished ...>";
    private static final String RESPONSE = "HTTP/1.1 ";

    private final String root;
    private final Map<String, Pending> unfinished = new HashMap<>();
    private final Map<String, Long> offsets = new HashMap<>();
    private final Set<String> known = new HashSet<>();
    private final List<FileOperation> operations = new ArrayList<>();

    private record Pending(int began, String text) {}

    private StraceReader(Path root) {
        this.root = root.toString();
    }

    /** The operations, in the order in which they took effect. */
    static List<FileOperation> read(Path trace, Path root) throws IOException {
        StraceReader reader = new StraceReader(root);
        try (BufferedReader lines = Files.newBufferedReader(trace, StandardCharsets.ISO_8859_1)) {
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                reader.line(number++, line);
            }
        }
        reader.operations.sort(Comparator.comparingInt(FileOperation::takesEffect));
        return reader.operations;
    }

    private void line(int number, String line) {
        Matcher matcher = LINE.matcher(line);
        if (!matcher.matches()) {
            return;
        }
        String thread = matcher.group(1);
        String text = matcher.group(2);
        Matcher resumed = RESUMED.matcher(text);
        if (text.endsWith(UNFINISHED)) {
            unfinished.put(thread, new Pending(number, text.substring(0, text.length() - UNFINISHED.length())));
        } else if (resumed.matches()) {
            Pending pending = unfinished.remove(thread);
            if (pending != null) {
                call(pending.began, number, pending.text + resumed.group(2));
            }
        } else {
            call(number, number, text);
        }
    }

    private void call(int began, int ended, String text) {
        Matcher call = CALL.matcher(text);
        if (!call.matches() || call.group(3).startsWith("-")) {
            return;
        }
        long result = Long.parseLong(call.group(3));
        String arguments = call.group(2);
        switch (call.group(1)) {
            case "openat" -> open(began, ended, arguments, call.group(4), result);
            case "mkdir", "mkdirat" -> create(began, ended, string(arguments, 0), true);
            case "link", "linkat" -> add(new Link(began, ended, string(arguments, 0), string(arguments, 1)));
            case "rename", "renameat", "renameat2" -> rename(began, ended, arguments);
            case "unlink", "unlinkat", "rmdir" -> unlink(began, ended, string(arguments, 0));
            case "pwrite64" -> write(began, ended, arguments, lastNumber(arguments), result);
            case "write" -> sequentialWrite(began, ended, arguments, result);
            case "writev" -> response(began, ended, arguments);
            case "lseek" -> offsets.put(descriptor(arguments), result);
            case "ftruncate" -> add(new Truncate(began, ended, file(arguments), lastNumber(arguments)));
            case "fsync", "fdatasync" -> add(new Sync(began, ended, file(arguments)));
            default -> requireOutside(arguments, call.group(1));
        }
    }

    /** Calls that the model does not know must not touch the files. */
    private void requireOutside(String arguments, String name) {
        if (file(arguments).startsWith(root)) {
            throw new IllegalStateException("the model does not know " + name + " of " + file(arguments));
        }
    }

    private void add(FileOperation operation) {
        String path = switch (operation) {
            case Link link -> link.from();
            case Truncate truncate -> truncate.path();
            case Sync sync -> sync.path();
            case Write write -> write.path();
            case Unlink unlink -> unlink.path();
            case Rename rename -> rename.from();
            case Create create -> create.path();
            case ResponseSent response -> root;
        };
        if (path.startsWith(root) && isKept(path)) {
            operations.add(operation);
        }
    }

    /** Neither SQLite's shared memory nor the native library is needed after a power cut. */
    private static boolean isKept(String path) {
        return !path.endsWith("-shm") && !path.contains("/native");
    }

    private void open(int began, int ended, String arguments, String opened, long descriptor) {
        String path = decode(opened.substring(opened.indexOf('<') + 1, opened.lastIndexOf('>')));
        offsets.put(Long.toString(descriptor), 0L);
        if (arguments.contains("O_CREAT")) {
            create(began, ended, path, false);
        }
        if (arguments.contains("O_TRUNC")) {
            add(new Truncate(began, ended, path, 0));
        }
    }

    private void create(int began, int ended, String path, boolean isFolder) {
        if (known.add(path)) {
            add(new Create(began, ended, path, isFolder));
        }
    }

    private void rename(int began, int ended, String arguments) {
        String from = string(arguments, 0);
        String to = string(arguments, 1);
        known.remove(from);
        known.add(to);
        add(new Rename(began, ended, from, to));
    }

    private void unlink(int began, int ended, String path) {
        known.remove(path);
        add(new Unlink(began, ended, path));
    }

    private void write(int began, int ended, String arguments, long offset, long length) {
        byte[] data = bytes(arguments, 0);
        add(new Write(began, ended, file(arguments), offset, Arrays.copyOf(data, Math.toIntExact(length))));
    }

    private void sequentialWrite(int began, int ended, String arguments, long length) {
        if (arguments.contains("<TCP")) {
            response(began, ended, arguments);
            return;
        }
        long offset = offsets.merge(descriptor(arguments), length, Long::sum) - length;
        write(began, ended, arguments, offset, length);
    }

    private void response(int began, int ended, String arguments) {
        Matcher client = CLIENT.matcher(file(arguments));
        if (client.find() && new String(bytes(arguments, 0), StandardCharsets.ISO_8859_1).startsWith(RESPONSE)) {
            add(new ResponseSent(began, ended, Integer.parseInt(client.group(1))));
        }
    }

    private static String descriptor(String arguments) {
        return arguments.substring(0, arguments.indexOf('<'));
    }

    /** The file that the first argument, a descriptor, is open for. */
    private static String file(String arguments) {
        int open = arguments.indexOf('<');
        int close = arguments.indexOf(">,", open) < 0 ? arguments.lastIndexOf('>') : arguments.indexOf(">,", open);
        return open < 0 || close < open ? "" : decode(arguments.substring(open + 1, close));
    }

    private static long lastNumber(String arguments) {
        return Long.parseLong(arguments.substring(arguments.lastIndexOf(' ') + 1));
    }

    private static String string(String arguments, int index) {
        return new String(bytes(arguments, index), StandardCharsets.UTF_8);
    }

    /** The quoted argument of this index among those that are quoted. */
    private static byte[] bytes(String arguments, int index) {
        int from = arguments.indexOf('"');
        for (int i = 0; i < index; i++) {
            from = arguments.indexOf('"', arguments.indexOf('"', from + 1) + 1);
        }
        String hex = arguments.substring(from + 1, arguments.indexOf('"', from + 1));
        byte[] bytes = new byte[hex.length() / 4];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) Integer.parseInt(hex, 4 * i + 2, 4 * i + 4, 16);
        }
        return bytes;
    }

    private static String decode(String text) {
        Matcher escape = Pattern.compile("\\\\x([0-9a-f]{2})").matcher(text);
        return escape.replaceAll(
                match -> Matcher.quoteReplacement(Character.toString((char) Integer.parseInt(match.group(1), 16))));
    }
}
