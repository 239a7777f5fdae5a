package agentsettings.management;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.io.OutputStream;
import java.util.Arrays;

/** The body of a streamed response. Writing waits until the client has taken what was written before. Used by one thread. */
final class ResponseStream extends OutputStream {

    private final HttpServerResponse response;

    ResponseStream(HttpServerResponse response) {
        this.response = response;
    }

    @Override
    public void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        response.write(Buffer.buffer(Arrays.copyOfRange(bytes, offset, offset + length)))
                .await();
    }
}
