package agentsettings.cli.systemd;

import java.io.IOException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Tells systemd that the service is ready, that it lives, and that it stops. Does nothing if systemd does not ask for it. A message that
 * can't be sent is logged. Safe for use by many threads.
 */
public final class SystemdNotifier {

    private static final System.Logger LOG = System.getLogger(SystemdNotifier.class.getName());

    /** Null if systemd does not ask. */
    private final NotifySocket socket;

    private final Duration watchdog;

    private SystemdNotifier(NotifySocket socket, Duration watchdog) {
        this.socket = socket;
        this.watchdog = watchdog;
    }

    /**
     * The notifier that the environment of this process asks for.
     *
     * @param environment the variables of systemd's protocol among others
     */
    public static SystemdNotifier of(Map<String, String> environment) {
        String path = environment.get("NOTIFY_SOCKET");
        if (path == null || path.isEmpty()) {
            return new SystemdNotifier(null, Duration.ZERO);
        }
        try {
            return new SystemdNotifier(new NotifySocket(path), watchdog(environment));
        } catch (IOException | RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "Can't notify systemd", e);
            return new SystemdNotifier(null, Duration.ZERO);
        }
    }

    /** The time within which systemd wants a sign of life; zero if it wants none of this process. */
    private static Duration watchdog(Map<String, String> environment) {
        String micros = environment.getOrDefault("WATCHDOG_USEC", "0");
        String pid = Long.toString(ProcessHandle.current().pid());
        return environment.getOrDefault("WATCHDOG_PID", pid).equals(pid)
                ? Duration.of(Long.parseLong(micros), ChronoUnit.MICROS)
                : Duration.ZERO;
    }

    /**
     * Tells that the service is ready, and from now on that it lives.
     *
     * @param lives whether it does
     */
    public void ready(BooleanSupplier lives) {
        send("READY=1");
        if (socket != null && watchdog.isPositive()) {
            var _ = Executors.newSingleThreadScheduledExecutor(
                            Thread.ofPlatform().daemon().name("watchdog").factory())
                    .scheduleAtFixedRate(() -> tell(lives), 0, watchdog.toMillis() / 2, TimeUnit.MILLISECONDS);
        }
    }

    private void tell(BooleanSupplier lives) {
        if (lives.getAsBoolean()) {
            send("WATCHDOG=1");
        }
    }

    /** Tells that the service stops. */
    public void stopping() {
        send("STOPPING=1");
    }

    private void send(String message) {
        if (socket != null) {
            try {
                socket.send(message);
            } catch (IOException e) {
                LOG.log(System.Logger.Level.WARNING, "Can't notify systemd", e);
            }
        }
    }
}
