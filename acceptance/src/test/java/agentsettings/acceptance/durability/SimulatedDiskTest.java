package agentsettings.acceptance.durability;

import static org.assertj.core.api.Assertions.assertThat;

import agentsettings.acceptance.durability.FileOperation.Create;
import agentsettings.acceptance.durability.FileOperation.Link;
import agentsettings.acceptance.durability.FileOperation.ResponseSent;
import agentsettings.acceptance.durability.FileOperation.Sync;
import agentsettings.acceptance.durability.FileOperation.Truncate;
import agentsettings.acceptance.durability.FileOperation.Unlink;
import agentsettings.acceptance.durability.FileOperation.Write;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a simulated power cut may and may not take, and how traces are read. */
class SimulatedDiskTest {

    private static final int CUTS = 300;
    private static final String FILE = "/root/file";

    @TempDir
    private Path folder;

    /** Every content of the files that some cuts leave, as name=content. */
    private Set<String> leftBy(FileOperation... operations) throws IOException {
        SimulatedDisk disk = new SimulatedDisk(Path.of("/root"));
        Stream.of(operations).forEach(disk::apply);
        Set<String> states = new TreeSet<>();
        Random random = new Random(1);
        for (int i = 0; i < CUTS; i++) {
            Path target = Files.createDirectory(folder.resolve("cut" + i));
            disk.leave(target, random);
            Map<String, String> contents = new HashMap<>();
            try (Stream<Path> files = Files.list(target)) {
                for (Path file : files.toList()) {
                    contents.put(file.getFileName().toString(), Files.readString(file));
                }
            }
            states.add(contents.toString());
        }
        return states;
    }

    private static Write write(int line, long offset, String text) {
        return new Write(line, line, FILE, offset, text.getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void whatIsSynchronizedStays() throws IOException {
        assertThat(leftBy(
                        new Create(0, 0, FILE, false),
                        write(1, 0, "abc"),
                        new Sync(2, 2, FILE),
                        new Sync(3, 3, "/root")))
                .containsExactly("{file=abc}");
    }

    @Test
    void aNameThatIsNotSynchronizedMayBeMissing() throws IOException {
        assertThat(leftBy(new Create(0, 0, FILE, false), write(1, 0, "abc"), new Sync(2, 2, FILE)))
                .containsExactly("{file=abc}", "{}");
    }

    @Test
    void writesSinceMayBeThereInAnyMix() throws IOException {
        assertThat(leftBy(
                        new Create(0, 0, FILE, false),
                        new Sync(1, 1, "/root"),
                        write(2, 0, "ab"),
                        new Sync(3, 3, FILE),
                        write(4, 0, "X"),
                        write(5, 1, "Y")))
                .containsExactly("{file=XY}", "{file=Xb}", "{file=aY}", "{file=ab}");
    }

    @Test
    void aWriteThatHadNotEndedWhenASynchronizationBeganIsNotCovered() throws IOException {
        assertThat(leftBy(
                        new Create(0, 0, FILE, false),
                        new Sync(1, 1, "/root"),
                        new Write(2, 4, FILE, 0, new byte[] {'a'}),
                        new Sync(3, 5, FILE)))
                .containsExactly("{file=a}", "{file=}");
    }

    @Test
    void aWriteMayBeTornAtTheBordersOfSectors() throws IOException {
        String sectors = "a".repeat(512) + "b".repeat(512);
        assertThat(leftBy(new Create(0, 0, FILE, false), new Sync(1, 1, "/root"), write(2, 0, sectors)))
                .contains("{file=" + sectors + "}", "{file=" + "a".repeat(512) + "}", "{file=}")
                .contains("{file=" + "\0".repeat(512) + "b".repeat(512) + "}")
                .hasSize(4);
    }

    @Test
    void truncationsAndLinksAreChangesToo() throws IOException {
        assertThat(leftBy(
                        new Create(0, 0, FILE, false),
                        write(1, 0, "ab"),
                        new Sync(2, 2, FILE),
                        new Link(3, 3, FILE, "/root/other"),
                        new Sync(4, 4, "/root"),
                        new Unlink(5, 5, FILE),
                        new Truncate(6, 6, "/root/other", 1)))
                .contains("{other=ab, file=ab}", "{other=a}", "{other=ab}");
    }

    @Test
    void aTraceIsReadWithItsInterruptedCalls() throws IOException {
        Path trace = folder.resolve("trace");
        Files.writeString(
                trace, """
                7 openat(AT_FDCWD<%1$s>, "%2$s", O_RDWR|O_CREAT, 0600) = 5<%2$s>
                7 pwrite64(5<%2$s>, "%3$s", 2, 4096) = 2
                7 fdatasync(5<%2$s> <unfinished ...>
                8 write(9<TCP:[127.0.0.1:8080->127.0.0.1:4711]>, "%4$s", 12) = 12
                7 <... fdatasync resumed>) = 0
                8 openat(AT_FDCWD<%1$s>, "%5$s", O_RDWR|O_CREAT, 0600) = 6<%5$s>
                8 ftruncate(5<%2$s>, 0) = -1 EPERM (Operation not permitted)
                """.formatted(hex("/root"), hex(FILE), hex("ab"), hex("HTTP/1.1 200"), hex("/elsewhere")));
        List<FileOperation> operations = StraceReader.read(trace, Path.of("/root"));
        assertThat(operations).hasSize(4);
        assertThat(operations.get(0)).isEqualTo(new Create(0, 0, FILE, false));
        assertThat(operations.get(1))
                .isInstanceOfSatisfying(
                        Write.class, write -> assertThat(write.offset()).isEqualTo(4096));
        assertThat(operations.get(2)).isEqualTo(new ResponseSent(3, 3, 4711));
        assertThat(operations.get(3)).isEqualTo(new Sync(2, 4, FILE));
    }

    private static String hex(String text) {
        StringBuilder hex = new StringBuilder();
        text.chars().forEach(c -> hex.append(String.format(java.util.Locale.ROOT, "\\x%02x", c)));
        return hex.toString();
    }
}
