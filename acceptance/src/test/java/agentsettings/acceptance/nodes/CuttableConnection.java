package agentsettings.acceptance.nodes;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A connection to a server that can be cut: then it carries nothing in either direction and tells neither side. What was sent
 * meanwhile arrives when it is mended, as retransmitted packets would. Threads may cut and mend it at any time.
 */
public final class CuttableConnection implements AutoCloseable {

    private final ServerSocket listener = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final InetSocketAddress target;
    private boolean cut;

    /** Listens on {@link #port} for those who want to talk to a local port. */
    public CuttableConnection(int targetPort) throws IOException {
        target = new InetSocketAddress(InetAddress.getLoopbackAddress(), targetPort);
        Thread.ofVirtual().start(this::accept);
    }

    public int port() {
        return listener.getLocalPort();
    }

    public synchronized void cut() {
        cut = true;
    }

    public synchronized void mend() {
        cut = false;
        notifyAll();
    }

    private void accept() {
        try {
            while (true) {
                Socket client = opened(listener.accept());
                Thread.ofVirtual().start(() -> connect(client));
            }
        } catch (IOException closed) {
            // nobody can connect any more
        }
    }

    private void connect(Socket client) {
        try {
            awaitMended();
            Socket server = opened(new Socket());
            server.connect(target);
            Thread.ofVirtual().start(() -> carry(client, server));
            carry(server, client);
        } catch (IOException e) {
            close(client);
        }
    }

    private Socket opened(Socket socket) throws IOException {
        sockets.add(socket);
        socket.setTcpNoDelay(true);
        return socket;
    }

    private void carry(Socket from, Socket to) {
        byte[] bytes = new byte[64 * 1024];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int count = in.read(bytes); count >= 0; count = in.read(bytes)) {
                awaitMended();
                out.write(bytes, 0, count);
            }
            awaitMended(); // its end is not told while it is cut
        } catch (IOException closed) {
            // either side is gone, and now the other one is too
        } finally {
            sockets.remove(from);
        }
    }

    private synchronized void awaitMended() throws IOException {
        try {
            while (cut) {
                wait();
            }
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
        sockets.forEach(CuttableConnection::close);
        mend();
    }
}
