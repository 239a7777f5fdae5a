package agentsettings.server.http.tls;

import io.netty.buffer.ByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.handler.ssl.DelegatingSslContext;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslProvider;
import io.vertx.core.net.JdkSSLEngineOptions;
import io.vertx.core.net.SSLEngineOptions;
import io.vertx.core.spi.tls.DefaultSslContextFactory;
import io.vertx.core.spi.tls.SslContextFactory;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;

/** Has Vert.x use the JDK's TLS with a {@link TlsHandler} for each connection of a port. Immutable. */
public final class TlsEngine extends JdkSSLEngineOptions {

    static {
        // Otherwise a client of TLS 1.2 may repeat the costly handshake. The JDK reads the property once.
        System.setProperty("jdk.tls.rejectClientInitiatedRenegotiation", "true");
    }

    /** Without those of finite fields, which are costly. */
    private static final String[] GROUPS = {"x25519", "secp256r1", "secp384r1"};

    private final Duration timeout;
    private final Consumer<Channel> accepted;
    private final HandshakeLog log;

    private TlsEngine(Duration timeout, Consumer<Channel> accepted, HandshakeLog log) {
        this.timeout = timeout;
        this.accepted = accepted;
        this.log = log;
    }

    /**
     * The engine of a port. Its type is that of Vert.x, so that this class is not loaded without need.
     *
     * @param timeout the time from a connection's beginning until it must be ready for requests
     * @param accepted gets each connection at its beginning
     */
    public static SSLEngineOptions of(Duration timeout, Consumer<Channel> accepted, HandshakeLog log) {
        return new TlsEngine(timeout, accepted, log);
    }

    @Override
    public SslContextFactory sslContextFactory() {
        return new DefaultSslContextFactory(SslProvider.JDK, false) {
            @Override
            public SslContext create() throws SSLException {
                return new Context(super.create());
            }
        };
    }

    private final class Context extends DelegatingSslContext {

        Context(SslContext jdk) {
            super(jdk);
        }

        @Override
        protected void initEngine(SSLEngine engine) {
            SSLParameters parameters = engine.getSSLParameters();
            parameters.setUseCipherSuitesOrder(true);
            parameters.setNamedGroups(GROUPS);
            engine.setSSLParameters(parameters);
        }

        @Override
        protected SslHandler newHandler(ByteBufAllocator allocator, boolean startTls, Executor executor) {
            return handler(newEngine(allocator), executor);
        }

        @Override
        protected SslHandler newHandler(
                ByteBufAllocator allocator, String host, int port, boolean startTls, Executor executor) {
            return handler(newEngine(allocator, host, port), executor);
        }

        private SslHandler handler(SSLEngine engine, Executor executor) {
            return new TlsHandler(engine, executor, timeout, accepted, log);
        }
    }
}
