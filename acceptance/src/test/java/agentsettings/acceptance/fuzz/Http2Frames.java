package agentsettings.acceptance.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import agentsettings.acceptance.RawResponse;
import agentsettings.acceptance.fuzz.FrameConnection.Frame;
import agentsettings.acceptance.http.ResponseRules;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http2.DefaultHttp2HeadersDecoder;
import io.netty.handler.codec.http2.Http2Exception;
import io.netty.handler.codec.http2.Http2Headers;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Frames of HTTP/2 on a connection over TLS: the server sends valid frames and documented responses, and after all of them it answers a
 * ping or ends the connection.
 */
public final class Http2Frames {

    private static final int RAW = 0xFF;
    private static final int LONGEST_FRAME = 16 * 1024;

    /** The codec refuses them itself, by a status alone. */
    private static final int HEADERS_TOO_LARGE = 431;

    private static final byte[] PING_TEXT = "the last".getBytes(US_ASCII);

    private final FrameConnection connection;
    private final String sent;
    private final DefaultHttp2HeadersDecoder decoder = new DefaultHttp2HeadersDecoder();
    private final Map<Integer, Http2Headers> heads = new HashMap<>();
    private final Map<Integer, ByteArrayOutputStream> bodies = new HashMap<>();

    /**
     * Sends frames, each by a byte for its type, its flags, its stream and the length of its payload, and the payload. After a type of 255 the
     * rest is sent as it is, and the client's side ends.
     */
    public static void fuzzerTestOneInput(byte[] input) throws IOException, Http2Exception {
        ByteBuffer bytes = ByteBuffer.wrap(input);
        ByteArrayOutputStream frames = new ByteArrayOutputStream();
        boolean raw = false;
        while (bytes.remaining() >= 4 && !raw) {
            int type = Byte.toUnsignedInt(bytes.get());
            raw = type == RAW;
            if (!raw) {
                int flags = bytes.get();
                int stream = Byte.toUnsignedInt(bytes.get());
                byte[] payload = new byte[Math.min(Byte.toUnsignedInt(bytes.get()), bytes.remaining())];
                bytes.get(payload);
                frames.writeBytes(FrameConnection.frame(type, flags, stream, payload));
            }
        }
        frames.writeBytes(Arrays.copyOfRange(input, bytes.position(), raw ? input.length : bytes.position()));
        frames.writeBytes(FrameConnection.frame(FrameConnection.PING, 0, 0, PING_TEXT));
        try (FrameConnection connection =
                new FrameConnection(FuzzedServer.Secure.TRUSTING, FuzzedServer.Secure.port())) {
            connection.send(frames, raw);
            new Http2Frames(connection, new String(input, ISO_8859_1)).readAll();
        }
        FuzzedServer.requireServing();
    }

    private Http2Frames(FrameConnection connection, String sent) {
        this.connection = connection;
        this.sent = sent;
    }

    private void readAll() throws IOException, Http2Exception {
        Frame head = null;
        ByteArrayOutputStream block = new ByteArrayOutputStream();
        for (Frame frame = connection.read(); frame != null && !isOver(frame); frame = connection.read()) {
            if (frame.payload().length > LONGEST_FRAME || frame.type() > FrameConnection.CONTINUATION) {
                throw new AssertionError(
                        "a frame of type " + frame.type() + " and " + frame.payload().length + " bytes");
            }
            if (frame.type() == FrameConnection.HEADERS) {
                head = frame;
                block.reset();
            }
            if (frame.type() == FrameConnection.HEADERS || frame.type() == FrameConnection.CONTINUATION) {
                block.writeBytes(frame.headerBlock());
                if (frame.has(FrameConnection.END_HEADERS)) {
                    began(head, block.toByteArray());
                }
            } else if (frame.type() == FrameConnection.DATA) {
                bodies.get(frame.stream()).writeBytes(frame.payload());
                endedIfLast(frame);
            }
        }
    }

    private static boolean isOver(Frame frame) {
        boolean isPong = frame.type() == FrameConnection.PING && frame.has(FrameConnection.ACK_OR_END_STREAM);
        return frame.type() == FrameConnection.GOAWAY || (isPong && Arrays.equals(frame.payload(), PING_TEXT));
    }

    private void began(Frame head, byte[] block) throws Http2Exception {
        Http2Headers headers = decoder.decodeHeaders(head.stream(), Unpooled.wrappedBuffer(block));
        Http2Headers before = heads.put(head.stream(), headers);
        if (before != null && !"100".contentEquals(before.status())) {
            throw new AssertionError("stream " + head.stream() + " has another head: " + headers);
        }
        bodies.put(head.stream(), new ByteArrayOutputStream());
        endedIfLast(head);
    }

    private void endedIfLast(Frame frame) {
        if (!frame.has(FrameConnection.ACK_OR_END_STREAM)) {
            return;
        }
        Map<String, String> headers = new LinkedHashMap<>();
        heads.get(frame.stream())
                .forEach(header -> headers.put(
                        header.getKey().toString(), header.getValue().toString()));
        int status = Integer.parseInt(headers.remove(":status"));
        RawResponse response =
                new RawResponse(status, headers, bodies.get(frame.stream()).toByteArray());
        if (status == HEADERS_TOO_LARGE && headers.isEmpty() && response.body().length == 0) {
            return;
        }
        ResponseRules.fault(response, sent).ifPresent(fault -> {
            throw new AssertionError(fault + ": " + response.text());
        });
    }
}
