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

/** The service's HTTP server, with as many event loops and nothing behind it: reads a body, gives a fixed answer. */
public final class FixedAnswer extends VerticleBase {

    private static final Buffer BODY = Buffer.buffer(
            "{\"returnCode\":\"0\",\"returnDesc\":\"The AgentSettings created successfully.\",\"id\":\"1307145259662215169\"}");

    /** Starts it in a process of its own. */
    public static Server start(Workplace workplace) throws IOException {
        int port = Workplace.freePort();
        Process process = workplace.start(
                "fixed-answer", new ProcessBuilder(workplace.java(FixedAnswer.class, Integer.toString(port))));
        return Server.accepting(port, process, workplace.log("fixed-answer"));
    }

    private final int port;

    private FixedAnswer(int port) {
        this.port = port;
    }

    /** Takes the port. */
    public static void main(String[] arguments) {
        int port = Integer.parseInt(arguments[0]);
        int loops = Runtime.getRuntime().availableProcessors();
        Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(loops));
        var _ = vertx.deployVerticle(() -> new FixedAnswer(port), new DeploymentOptions().setInstances(loops));
    }

    @Override
    public Future<?> start() {
        return vertx.createHttpServer(new HttpServerOptions().setHttp2ClearTextEnabled(false))
                .requestHandler(FixedAnswer::answer)
                .listen(port, "127.0.0.1");
    }

    private static void answer(HttpServerRequest request) {
        request.endHandler(end -> {
            var _ = request.response()
                    .putHeader(HttpHeaders.CONTENT_TYPE, "application/json;charset=UTF-8")
                    .end(BODY);
        });
    }
}
