package agentsettings.server.http;

import io.vertx.core.DeploymentOptions;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.transport.Transport;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The ports that are listened on, each with its door and each by every event loop. Closing finishes the requests under way first. */
public final class HttpServers implements AutoCloseable {

    private final int eventLoops;
    private final Duration drainTimeout;
    private final Vertx vertx;
    private final List<HttpListener> listeners = new CopyOnWriteArrayList<>();
    private int freePorts;

    /**
     * Starts the event loops.
     *
     * @param transport one that is available
     * @param drainTimeout the maximum time to close the servers; requests under way have three quarters of it to finish
     */
    public HttpServers(Transport transport, int eventLoops, Duration drainTimeout) {
        this.eventLoops = eventLoops;
        this.drainTimeout = drainTimeout;
        FileSystemOptions noFiles =
                new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false);
        this.vertx = Vertx.builder()
                .with(new VertxOptions().setEventLoopPoolSize(eventLoops).setFileSystemOptions(noFiles))
                .withTransport(transport)
                .build();
    }

    /**
     * Checks that a port can be listened on now.
     *
     * @param port 0 for any that is free
     * @throws IllegalStateException if it can't
     */
    public static void requireFree(String host, int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(host, port));
        } catch (IOException e) {
            throw cannotListen(host, port, e);
        }
    }

    /** The library's core, which routers and other parts of doors need. */
    public Vertx vertx() {
        return vertx;
    }

    /**
     * Listens on a port.
     *
     * @return the port listened on
     * @throws IllegalStateException if the port can't be listened on
     */
    public int listen(ListenerOptions options, Door door) {
        int shared = options.port() == 0 ? anyFreePort() : options.port();
        List<HttpListener> ofPort = new CopyOnWriteArrayList<>();
        try {
            vertx.deployVerticle(
                            () -> {
                                HttpListener listener = new HttpListener(options.withPort(shared), door, forRequests());
                                ofPort.add(listener);
                                return listener;
                            },
                            new DeploymentOptions().setInstances(eventLoops))
                    .await();
        } catch (Exception e) { // also checked ones, which Vert.x throws undeclared
            throw cannotListen(options.host(), options.port(), e);
        }
        if (options.tls() != null) {
            options.tls().onChange(ofPort.getFirst()::updateTls);
        }
        listeners.addAll(ofPort);
        return ofPort.getFirst().actualPort();
    }

    /** Whether every event loop runs a task that is given to it now within this time. */
    public boolean areResponsive(Duration max) {
        CompletableFuture<?>[] runs =
                listeners.stream().map(HttpListener::runOnEventLoop).toArray(CompletableFuture<?>[]::new);
        try {
            CompletableFuture.allOf(runs).get(max.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (InterruptedException | ExecutionException | TimeoutException notAll) {
            return false;
        }
    }

    /** Without the cause, which would say the same again. */
    private static IllegalStateException cannotListen(String host, int port, Exception cause) {
        return new IllegalStateException("can't listen on " + host + ":" + port + ": " + cause.getMessage() + ".");
    }

    /** Vert.x takes a negative number for a free port, the same for all listeners that give the same number. */
    private int anyFreePort() {
        freePorts++;
        return -freePorts;
    }

    private Duration forRequests() {
        return drainTimeout.multipliedBy(3).dividedBy(4);
    }

    @Override
    public void close() {
        try {
            vertx.close().await(drainTimeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new IllegalStateException("Requests under way did not finish in time", e);
        }
    }
}
