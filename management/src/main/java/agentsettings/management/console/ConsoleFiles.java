package agentsettings.management.console;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The files of the console, from the class path. All but the first page are below a folder that is named by their content, so that
 * browsers need never ask for them twice. Immutable.
 */
final class ConsoleFiles {

    private static final String INDEX = "index.html";
    private static final String FOLDER = "/console/";
    private static final String VERSION = "%VERSION%";

    private final ConsoleFile index;
    private final Map<String, ConsoleFile> byPath = new HashMap<>();

    private ConsoleFiles(Map<String, byte[]> contents) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        contents.forEach((name, content) -> {
            all.writeBytes(name.getBytes(StandardCharsets.UTF_8));
            all.writeBytes(content);
        });
        String version = ConsoleFile.digest(all.toByteArray());
        contents.forEach((name, content) -> byPath.put("v/" + version + "/" + name, new ConsoleFile(name, content)));
        String page = new String(contents.get(INDEX), StandardCharsets.UTF_8).replace(VERSION, version);
        index = new ConsoleFile(INDEX, page.getBytes(StandardCharsets.UTF_8));
    }

    /** Reads all files. */
    static ConsoleFiles load() {
        try {
            URI first = ConsoleFiles.class.getResource(FOLDER + INDEX).toURI();
            if (!first.getScheme().equals("jar")) {
                return new ConsoleFiles(read(Path.of(first).getParent()));
            }
            try (FileSystem jar = FileSystems.newFileSystem(first, Map.of())) {
                return new ConsoleFiles(read(jar.getPath(FOLDER)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, byte[]> read(Path folder) throws IOException {
        Map<String, byte[]> contents = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) paths.filter(Files::isRegularFile)::iterator) {
                contents.put(folder.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
            }
        }
        return contents;
    }

    /** The first page. */
    ConsoleFile index() {
        return index;
    }

    /** The file at this path below the console's, null if there is none. */
    ConsoleFile find(String path) {
        return byPath.get(path);
    }
}
