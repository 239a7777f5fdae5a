package agentsettings.server.door;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.SocketException;
import java.nio.ByteBuffer;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/** An HTTP/2 connection that sends the frames it is told to, however wrong, and reads one by one. For one thread at a time. */
final class Http2Client implements AutoCloseable {

    static final int DATA = 0;
    static final int HEADERS = 1;
    static final int PRIORITY = 2;
    static final int RST_STREAM = 3;
    static final int SETTINGS = 4;
    static final int PING = 6;
    static final int GOAWAY = 7;

    static final int END_STREAM = 1;
    static final int END_HEADERS = 4;

    private static final int HANGING_MILLIS = 20_000;
    private static final int LENGTH_OF_NAME_MAX = 126;

    private final SSLSocket socket;
    private final DataInputStream in;
    private final OutputStream out;

    /** A frame that was read. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Frame(int type, int flags, int stream, byte[] payload) {

        /** The error code of RST_STREAM or GOAWAY. */
        int errorCode() {
            return ByteBuffer.wrap(payload).getInt(type == GOAWAY ? 4 : 0);
        }

        String text() {
            return new String(payload, US_ASCII);
        }
    }

    /** Connects, and sends nothing after the handshake. */
    Http2Client(SSLContext context, int port) throws IOException {
        socket = (SSLSocket) context.getSocketFactory().createSocket("127.0.0.1", port);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setApplicationProtocols(new String[] {"h2"});
        socket.setSSLParameters(parameters);
        socket.setSoTimeout(HANGING_MILLIS);
        socket.setTcpNoDelay(true);
        socket.startHandshake();
        in = new DataInputStream(socket.getInputStream());
        out = socket.getOutputStream();
    }

    String protocol() {
        return socket.getApplicationProtocol();
    }

    /** Begins HTTP/2 with these settings, each 2 bytes and 4 bytes. */
    Http2Client begin(byte... settings) throws IOException {
        out.write("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(US_ASCII));
        return send(SETTINGS, 0, 0, settings);
    }

    Http2Client send(int type, int flags, int stream, byte... payload) throws IOException {
        ByteBuffer frame = ByteBuffer.allocate(9 + payload.length);
        frame.put((byte) (payload.length >> 16)).putShort((short) payload.length);
        frame.put((byte) type).put((byte) flags).putInt(stream).put(payload);
        out.write(frame.array());
        return this;
    }

    /** Begins a POST whose body is to follow; names and values by turns. */
    Http2Client post(int stream, String path, String... headers) throws IOException {
        return send(HEADERS, END_HEADERS, stream, head(path, headers));
    }

    /** A whole POST. */
    Http2Client ask(int stream) throws IOException {
        return post(stream, "/", "content-type", "application/json")
                .send(DATA, END_STREAM, stream, (byte) '{', (byte) '}');
    }

    private static byte[] head(String path, String... headers) {
        ByteArrayOutputStream block = new ByteArrayOutputStream();
        block.write(0x83); // :method: POST
        block.write(0x87); // :scheme: https
        literal(block, ":path", path);
        literal(block, ":authority", "localhost");
        for (int i = 0; i < headers.length; i += 2) {
            literal(block, headers[i], headers[i + 1]);
        }
        return block.toByteArray();
    }

    private static void literal(ByteArrayOutputStream block, String name, String value) {
        block.write(0); // not indexed
        block.write(name.length());
        block.writeBytes(name.getBytes(US_ASCII));
        int length = value.length();
        if (length <= LENGTH_OF_NAME_MAX) {
            block.write(length);
        } else {
            block.write(127);
            for (length -= 127; length > 127; length >>= 7) {
                block.write(length | 0x80);
            }
            block.write(length);
        }
        block.writeBytes(value.getBytes(US_ASCII));
    }

    /** Reads a frame. */
    Frame read() throws IOException {
        int length = in.readUnsignedByte() << 16 | in.readUnsignedShort();
        int type = in.readUnsignedByte();
        int flags = in.readUnsignedByte();
        int stream = in.readInt();
        return new Frame(type, flags, stream, in.readNBytes(length));
    }

    /** Reads until there is a frame of this type. */
    Frame await(int type) throws IOException {
        Frame frame = read();
        while (frame.type() != type) {
            frame = read();
        }
        return frame;
    }

    /** Whether the server ends the connection, whatever it sends before. */
    boolean isEnded() throws IOException {
        try {
            while (true) {
                read();
            }
        } catch (EOFException | SocketException | SSLException ended) {
            return true;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
