package agentsettings.management.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * A response to an operation. Immutable.
 *
 * @param contentType null if it has no body
 * @param content writes the body
 */
public record ApiResponse(
        int status, String contentType, Map<String, String> headers, Content content, Delivery delivery) {

    /** How a body is sent. */
    public enum Delivery {
        /** When it is written completely. */
        WHOLE,
        /** While it is written, because it may be large. */
        STREAMED,
        /** Whenever its writer flushes. Its writer ends it when its thread is interrupted, because the service stops. */
        ENDLESS
    }

    public static final String JSON = "application/json";

    private static final int OK = 200;
    private static final int CREATED = 201;
    private static final int ACCEPTED = 202;
    private static final int NO_CONTENT = 204;
    private static final int NOT_MODIFIED = 304;
    private static final Content NONE = out -> {};

    /** Writes a body; may block. */
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    public static ApiResponse of(int status, String contentType, byte[] body) {
        return new ApiResponse(status, contentType, Map.of(), out -> out.write(body), Delivery.WHOLE);
    }

    public static ApiResponse ok(JsonNode body) {
        return of(OK, JSON, ApiJson.bytes(body));
    }

    public static ApiResponse text(String contentType, String body) {
        return of(OK, contentType, body.getBytes(StandardCharsets.UTF_8));
    }

    /** A new record at this path. */
    public static ApiResponse created(JsonNode body, String location) {
        return of(CREATED, JSON, ApiJson.bytes(body)).with("location", location);
    }

    /** Work that has begun, and goes on; this path tells how far it has come. */
    public static ApiResponse accepted(JsonNode body, String location) {
        return of(ACCEPTED, JSON, ApiJson.bytes(body)).with("location", location);
    }

    public static ApiResponse noContent() {
        return empty(NO_CONTENT);
    }

    /** A response without a body. */
    public static ApiResponse empty(int status) {
        return new ApiResponse(status, null, Map.of(), NONE, Delivery.WHOLE);
    }

    /** The client has this version already. */
    public static ApiResponse notModified(String tag) {
        return new ApiResponse(NOT_MODIFIED, null, Map.of("etag", tag), NONE, Delivery.WHOLE);
    }

    /** A body that is sent while it is written. */
    public static ApiResponse stream(String contentType, Content content) {
        return new ApiResponse(OK, contentType, Map.of(), content, Delivery.STREAMED);
    }

    /** A body that goes on for as long as the client listens. */
    public static ApiResponse endless(String contentType, Content content) {
        return new ApiResponse(OK, contentType, Map.of(), content, Delivery.ENDLESS);
    }

    /** The same with another header. */
    public ApiResponse with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new ApiResponse(status, contentType, more, content, delivery);
    }
}
