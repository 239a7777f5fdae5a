package agentsettings.server.http.transport;

import io.vertx.core.transport.Transport;
import java.util.Objects;
import java.util.Optional;

/**
 * How connections are read and written: by io_uring, which takes a request and its response with fewer system calls, where the build and the
 * kernel have it and the kernel permits it; otherwise by NIO, that is epoll.
 */
public final class Transports {

    private Transports() {}

    /**
     * The transport for a value of {@code http.transport}.
     *
     * @throws IllegalStateException if it can't be used here
     */
    public static Transport of(String value) {
        if (value.equals("nio")) {
            return Transport.NIO;
        }
        Optional<String> cause = unavailabilityCause();
        if (value.equals("io_uring") && cause.isPresent()) {
            throw new IllegalStateException("http.transport: io_uring can't be used here: " + cause.get() + ".");
        }
        return cause.isEmpty() ? Transport.IO_URING : Transport.NIO;
    }

    /** Describes the transport for the log, before a start that may be refused. */
    public static String describe(String value) {
        return switch (value) {
            case "nio" -> "NIO";
            case "io_uring" -> "io_uring";
            default ->
                unavailabilityCause()
                        .map(reason -> "NIO (io_uring can't be used here: " + reason + ")")
                        .orElse("io_uring");
        };
    }

    /** Why io_uring can't be used; empty if it can. */
    private static Optional<String> unavailabilityCause() {
        if (Transport.IO_URING == null) {
            return Optional.of("this build is without it");
        }
        if (Transport.IO_URING.available()) {
            return Optional.empty();
        }
        Throwable cause = Transport.IO_URING.unavailabilityCause();
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return Optional.of(Objects.requireNonNullElse(cause.getMessage(), cause.toString()));
    }
}
