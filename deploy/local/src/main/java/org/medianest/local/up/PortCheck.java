package org.medianest.local.up;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.medianest.local.place.Part;
import org.medianest.local.place.Ports;
import org.medianest.local.place.Refusal;
import org.medianest.local.process.ListeningSockets;
import org.medianest.local.process.Proc;

/** Refuses to start on ports that are taken, and says by what. */
public record PortCheck(InetAddress gatewayAddress) {
    private static final int NEXT_TABLE = 100;
    private static final int TABLES_TRIED = 50;

    void run(Ports ports) {
        firstTaken(ports).ifPresent(taken -> {
            String holder = holder(taken.getKey());
            String way = freeBase(ports)
                    .map(base -> ", or choose other ports: ./medianest up --port " + base)
                    .orElse("");
            throw new Refusal(
                    "Port %d (%s) is taken by %s. Stop it%s".formatted(taken.getKey(), taken.getValue(), holder, way));
        });
    }

    private Optional<Map.Entry<Integer, String>> firstTaken(Ports ports) {
        return ports.table().entrySet().stream()
                .filter(entry -> !isFree(entry.getKey(), entry.getKey() == ports.of(Part.GATEWAY)))
                .findFirst();
    }

    private boolean isFree(int port, boolean gateway) {
        InetAddress address = gateway ? gatewayAddress : InetAddress.getLoopbackAddress();
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(address, port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** The next table of ports that nobody uses. */
    public Optional<Integer> freeBase(Ports ports) {
        return IntStream.rangeClosed(1, TABLES_TRIED)
                .map(step -> ports.base() + step * NEXT_TABLE)
                .filter(base -> base < 65000)
                .boxed()
                .filter(base -> firstTaken(new Ports(base)).isEmpty())
                .findFirst();
    }

    private static String holder(int port) {
        OptionalLong pid = new ListeningSockets(Proc.SYSTEM).holderOf(port);
        return pid.isPresent()
                ? "%s (process %d)".formatted(Proc.SYSTEM.name(pid.getAsLong()), pid.getAsLong())
                : "another program";
    }
}
