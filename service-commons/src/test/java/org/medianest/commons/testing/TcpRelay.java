package org.medianest.commons.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Stands between a client and a server and is as bad as a network can be. New connections go to the target of the moment. */
public final class TcpRelay implements AutoCloseable {
    private static final int DIALLING_MILLIS = 5_000;

    private enum Manner {
        WELL,
        HELD,
        SLICED,
        REFUSED
    }

    private final ServerSocket listener;
    private final Set<Link> links = ConcurrentHashMap.newKeySet();
    private InetSocketAddress target;
    private Manner manner = Manner.WELL;
    private Duration delay = Duration.ZERO;

    public TcpRelay(String host, int port) {
        try {
            listener = new ServerSocket(0, 512, InetAddress.getLoopbackAddress());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        target = new InetSocketAddress(host, port);
        Thread.ofVirtual().name("relay").start(this::accept);
    }

    /** Where it listens, on the loopback. */
    public int port() {
        return listener.getLocalPort();
    }

    /** Where connections that are made from now on lead; those that are open stay where they are. */
    public synchronized void target(String host, int port) {
        target = new InetSocketAddress(host, port);
    }

    /** Resets all open connections. */
    public void cut() {
        links.forEach(Link::reset);
    }

    /** Accepts, keeps everything open, and forwards nothing until {@link #resume}. */
    public void hold() {
        become(Manner.HELD);
    }

    /** Forwards each piece so much later. */
    public synchronized void delay(Duration later) {
        delay = later;
    }

    /** Forwards one byte at a time. */
    public void slice() {
        become(Manner.SLICED);
    }

    /** Resets new connections. Those that are open stay; {@link #cut} ends them. */
    public void refuse() {
        become(Manner.REFUSED);
    }

    /** All is well again, and what was held flows. */
    public synchronized void resume() {
        delay = Duration.ZERO;
        become(Manner.WELL);
    }

    /** How many connections are open. */
    public int connections() {
        return links.size();
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        cut();
    }

    private synchronized void become(Manner next) {
        manner = next;
        notifyAll();
    }

    private synchronized Manner manner() {
        return manner;
    }

    private synchronized InetSocketAddress target() {
        return target;
    }

    private synchronized Duration delay() {
        return delay;
    }

    private synchronized void waitWhileHeld(Link link) throws IOException, InterruptedException {
        while (manner == Manner.HELD && !link.ended) {
            wait();
        }
        if (link.ended) {
            throw new SocketException("was reset");
        }
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Link link = new Link(listener.accept());
                if (manner() == Manner.REFUSED) {
                    link.reset();
                } else {
                    links.add(link);
                    Thread.ofVirtual().start(link::open);
                }
            } catch (IOException closed) {
                // the loop ends when it was us
            }
        }
    }

    private final class Link {
        private final Socket near;
        private final Socket far = new Socket();
        private final AtomicInteger directions = new AtomicInteger(2);
        private volatile boolean ended;

        Link(Socket near) {
            this.near = near;
        }

        void open() {
            try {
                waitWhileHeld(this);
                near.setTcpNoDelay(true);
                far.setTcpNoDelay(true);
                far.connect(target(), DIALLING_MILLIS);
            } catch (IOException | InterruptedException unreachable) {
                reset();
                return;
            }
            Thread.ofVirtual().start(() -> carry(far, near));
            carry(near, far);
        }

        /** One direction, until its end, which is passed on too: either side may stop talking and go on listening. */
        private void carry(Socket from, Socket to) {
            try {
                InputStream in = from.getInputStream();
                byte[] piece = new byte[16 * 1024];
                for (int length = in.read(piece); length >= 0; length = in.read(piece)) {
                    forward(piece, length, to.getOutputStream());
                }
                waitWhileHeld(this);
                to.shutdownOutput();
            } catch (IOException | InterruptedException broken) {
                reset();
            }
            if (directions.decrementAndGet() == 0) {
                end();
            }
        }

        private void forward(byte[] piece, int length, OutputStream out) throws IOException, InterruptedException {
            Thread.sleep(delay());
            int next;
            for (int from = 0; from < length; from = next) {
                waitWhileHeld(this);
                next = manner() == Manner.SLICED ? from + 1 : length;
                out.write(piece, from, next - from);
            }
        }

        /** Without lingering, closing is a reset, and what was on its way is lost. */
        void reset() {
            try {
                near.setSoLinger(true, 0);
                far.setSoLinger(true, 0);
            } catch (SocketException alreadyClosed) {
                // then there is nothing to reset
            }
            end();
        }

        private void end() {
            ended = true;
            links.remove(this);
            try (near;
                    far) {
                become(manner()); // wakes what waits
            } catch (IOException alreadyClosed) {
                // as wanted
            }
        }
    }
}
