package agentsettings.bench.servers;

import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;

/** The service's HTTP server with the same number of event loops, which reads a body and sends a fixed response. */
public final class FixedResponse extends VerticleBase {

    private static final Buffer BODY = Buffer.buffer(
            "{\"returnCode\":\"0\",\"returnDesc\":\"The AgentSettings created successfully.\",\"id\":\"1307145259662215169\"}");

    /** Starts the server in a process of its own. */
    public static Server start(Workspace workspace) throws IOException {
        int port = Workspace.freePort();
        Process process = workspace.start(
                "fixed-response", new ProcessBuilder(workspace.java(FixedResponse.class, Integer.toString(port))));
        return Server.accepting(port, process, workspace.log("fixed-response"));
    }

    private final int port;

    private FixedResponse(int port) {
        this.port = port;
    }

    /** Starts the server on the port given as the argument. */
    public static void main(String[] arguments) {
        int port = Integer.parseInt(arguments[0]);
        int loops = Runtime.getRuntime().availableProcessors();
        Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(loops));
        var _ = vertx.deployVerticle(() -> new FixedResponse(port), new DeploymentOptions().setInstances(loops));
    }

    @Override
    public Future<?> start() {
        return vertx.createHttpServer(new HttpServerOptions().setHttp2ClearTextEnabled(false))
                .requestHandler(FixedResponse::respond)
                .listen(port, "127.0.0.1");
    }

    private static void respond(HttpServerRequest request) {
        request.endHandler(end -> {
            var _ = request.response()
                    .putHeader(HttpHeaders.CONTENT_TYPE, "application/json;charset=UTF-8")
                    .end(BODY);
        });
    }
}
