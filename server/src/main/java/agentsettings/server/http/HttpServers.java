package agentsettings.server.http;

import agentsettings.server.config.HttpConfig;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/** The ports that are listened on, each by every event loop. Closing answers what is under way first. */
public final class HttpServers implements AutoCloseable {

    private final HttpConfig config;
    private final Vertx vertx;
    private final AtomicInteger connectionsOpen = new AtomicInteger();
    private int freePorts;

    public HttpServers(HttpConfig config) {
        this.config = config;
        FileSystemOptions noFiles =
                new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false);
        this.vertx = Vertx.vertx(
                new VertxOptions().setEventLoopPoolSize(config.eventLoops()).setFileSystemOptions(noFiles));
    }

    /**
     * Listens on a port.
     *
     * @param port 0 for any that is free
     * @return the port listened on
     * @throws IllegalStateException when the port can't be had
     */
    public int listen(int port, RouteTable routes) {
        int shared = port == 0 ? anyFreePort() : port;
        List<HttpListener> listeners = new CopyOnWriteArrayList<>();
        try {
            vertx.deployVerticle(
                            () -> {
                                HttpListener listener = new HttpListener(config, shared, routes, connectionsOpen);
                                listeners.add(listener);
                                return listener;
                            },
                            new DeploymentOptions().setInstances(config.eventLoops()))
                    .await();
        } catch (Exception e) { // also checked ones, which Vert.x throws undeclared
            throw new IllegalStateException("Can't listen on " + config.host() + ":" + port + ": " + e.getMessage(), e);
        }
        return listeners.getFirst().actualPort();
    }

    /** To Vert.x each negative number stands for a free port of its own, the same for all listeners that name it. */
    private int anyFreePort() {
        freePorts++;
        return -freePorts;
    }

    @Override
    public void close() {
        try {
            vertx.close().await(config.drainTimeout().plusSeconds(5).toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new IllegalStateException("Requests under way were not answered in time", e);
        }
    }
}
