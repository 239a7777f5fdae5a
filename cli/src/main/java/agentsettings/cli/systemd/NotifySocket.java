package agentsettings.cli.systemd;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/**
 * The datagram socket at which systemd waits for what a service says. Calls the C library, because the JDK has no such sockets. Safe for
 * use by many threads.
 */
final class NotifySocket {

    private static final int AF_UNIX = 1;
    private static final int SOCK_DGRAM_CLOEXEC = 2 | 0x80000;
    private static final int MSG_NOSIGNAL = 0x4000;
    private static final int PATH_MAX = 107;

    private static final Linker LINKER = Linker.nativeLinker();
    private static final MethodHandle SOCKET = function("socket", JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT);
    private static final MethodHandle SENDTO =
            function("sendto", JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT, ADDRESS, JAVA_INT);
    private static final MethodHandle CLOSE = function("close", JAVA_INT, JAVA_INT);

    private final byte[] path;

    /**
     * The socket at a path.
     *
     * @param path absolute, or beginning with @ in the abstract namespace
     * @throws IOException if it is neither
     */
    NotifySocket(String path) throws IOException {
        this.path = path.getBytes(UTF_8);
        if (!(path.startsWith("/") || path.startsWith("@")) || this.path.length > PATH_MAX) {
            throw new IOException("NOTIFY_SOCKET is no path of a socket");
        }
        if (path.startsWith("@")) {
            this.path[0] = 0;
        }
    }

    @SuppressWarnings("restricted") // the launcher enables native access
    private static MethodHandle function(String name, MemoryLayout result, MemoryLayout... parameters) {
        return LINKER.downcallHandle(
                LINKER.defaultLookup().findOrThrow(name), FunctionDescriptor.of(result, parameters));
    }

    /**
     * Sends a message.
     *
     * @param message an assignment, as in READY=1
     * @throws IOException if it can't be sent
     */
    void send(String message) throws IOException {
        byte[] bytes = message.getBytes(UTF_8);
        try (Arena arena = Arena.ofConfined()) {
            int socket = (int) SOCKET.invokeExact(AF_UNIX, SOCK_DGRAM_CLOEXEC, 0);
            MemorySegment address = address(arena);
            MemorySegment text = arena.allocateFrom(JAVA_BYTE, bytes);
            long sent = (long) SENDTO.invokeExact(
                    socket, text, (long) bytes.length, MSG_NOSIGNAL, address, (int) address.byteSize());
            int _ = (int) CLOSE.invokeExact(socket);
            if (sent != bytes.length) {
                throw new IOException("systemd did not take " + message);
            }
        } catch (IOException | Error e) {
            throw e;
        } catch (Throwable e) { // which a method handle declares
            throw new IOException(e);
        }
    }

    /** A sockaddr_un: the family, then the path, which ends with a zero unless it begins with one. */
    private MemorySegment address(Arena arena) {
        long family = JAVA_SHORT.byteSize();
        MemorySegment address = arena.allocate(family + path.length + (path[0] == 0 ? 0 : 1));
        address.set(JAVA_SHORT, 0, (short) AF_UNIX);
        MemorySegment.copy(path, 0, address, JAVA_BYTE, family, path.length);
        return address;
    }
}
