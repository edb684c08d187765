package org.medianest.local.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.medianest.local.place.Ports;

/** Ports that nobody uses at the moment. */
public final class FreePorts {
    private FreePorts() {}

    public static int one() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** A whole table of them, below the range from which the system itself hands out ports. */
    public static Ports table() {
        return IntStream.generate(() -> ThreadLocalRandom.current().nextInt(10_000, 30_000))
                .limit(100)
                .mapToObj(Ports::new)
                .filter(ports -> ports.table().keySet().stream().allMatch(FreePorts::isFree))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
