package org.medianest.gateway.testing;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A browser's end of the live feed that does not read: a laptop that fell asleep, or worse. */
public final class DeafSocket implements AutoCloseable {
    private final Socket socket;
    private byte[] end = new byte[0];

    private DeafSocket(Socket socket) {
        this.socket = socket;
    }

    public static DeafSocket open(int port, Person person) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(8 * 1024);
        socket.setSoTimeout(15_000);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        socket.getOutputStream()
                .write(("GET /ws/v1/events HTTP/1.1\r\nHost: gateway\r\nOrigin: http://gateway\r\nCookie: "
                                + person.cookie()
                                + "\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
                                + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n")
                        .getBytes(StandardCharsets.ISO_8859_1));
        return new DeafSocket(socket);
    }

    /** Reads whatever is still in the network, and says how many bytes that were. */
    public long readToTheEnd() throws IOException {
        InputStream in = socket.getInputStream();
        byte[] block = new byte[64 * 1024];
        long total = 0;
        for (int read = in.read(block); read >= 0; read = in.read(block)) {
            total += read;
            byte[] both = Arrays.copyOf(end, end.length + read);
            System.arraycopy(block, 0, both, end.length, read);
            end = Arrays.copyOfRange(both, Math.max(0, both.length - 64), both.length);
        }
        return total;
    }

    /** The code of the close frame at the end of what was read; 0 when it ended without one. */
    public int closeCode() {
        for (int i = end.length - 4; i >= 0; i--) {
            if ((end[i] & 0xff) == 0x88 && i + 2 + end[i + 1] == end.length) {
                return (end[i + 2] & 0xff) << 8 | (end[i + 3] & 0xff);
            }
        }
        return 0;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
