package agentsettings.acceptance.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/** An HTTP/2 connection that sends the frames it is told to, however wrong, and reads one by one. For one thread at a time. */
final class FrameConnection implements AutoCloseable {

    static final int DATA = 0;
    static final int HEADERS = 1;
    static final int SETTINGS = 4;
    static final int PING = 6;
    static final int GOAWAY = 7;
    static final int CONTINUATION = 9;

    /** The flag of a PING or SETTINGS that responds to one, and of the last frame of a stream. */
    static final int ACK_OR_END_STREAM = 1;

    static final int END_HEADERS = 4;

    private static final int PADDED = 8;
    private static final int WITH_PRIORITY = 0x20;
    private static final int HANGING_MILLIS = 20_000;
    private static final byte[] PREFACE = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final SSLSocket socket;
    private final DataInputStream in;
    private final OutputStream out;

    /** A frame that was read. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Frame(int type, int flags, int stream, byte[] payload) {

        boolean has(int flag) {
            return (flags & flag) != 0;
        }

        /** The part of a HEADERS or CONTINUATION frame that has headers. */
        byte[] headerBlock() {
            if (type != HEADERS) {
                return payload;
            }
            int start = (has(PADDED) ? 1 : 0) + (has(WITH_PRIORITY) ? 5 : 0);
            int end = payload.length - (has(PADDED) ? payload[0] & 0xFF : 0);
            return Arrays.copyOfRange(payload, start, end);
        }
    }

    /** Connects, and begins HTTP/2. */
    FrameConnection(SSLContext context, int port) throws IOException {
        socket = (SSLSocket) context.getSocketFactory().createSocket("127.0.0.1", port);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setApplicationProtocols(new String[] {"h2"});
        socket.setSSLParameters(parameters);
        socket.setSoTimeout(HANGING_MILLIS);
        socket.setTcpNoDelay(true);
        socket.startHandshake();
        in = new DataInputStream(socket.getInputStream());
        out = socket.getOutputStream();
        out.write(PREFACE);
        out.write(frame(SETTINGS, 0, 0));
    }

    static byte[] frame(int type, int flags, int stream, byte... payload) {
        return ByteBuffer.allocate(9 + payload.length)
                .put((byte) (payload.length >> 16))
                .putShort((short) payload.length)
                .put((byte) type)
                .put((byte) flags)
                .putInt(stream)
                .put(payload)
                .array();
    }

    /** Sends the bytes, and says with {@code isEnd} that no more follow. A server that has closed already is read next. */
    void send(ByteArrayOutputStream bytes, boolean isEnd) {
        try {
            out.write(bytes.toByteArray());
            if (isEnd) {
                socket.shutdownOutput();
            }
        } catch (IOException closedByServer) {
            // what it sent before is read next
        }
    }

    /** Reads a frame; null at the end of the connection, which may be in the middle of a frame only after GOAWAY. */
    Frame read() throws IOException {
        try {
            int length = in.readUnsignedByte() << 16 | in.readUnsignedShort();
            int type = in.readUnsignedByte();
            int flags = in.readUnsignedByte();
            int stream = in.readInt();
            byte[] payload = new byte[length];
            in.readFully(payload);
            return new Frame(type, flags, stream, payload);
        } catch (EOFException | SocketException | SSLException ended) {
            return null;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
