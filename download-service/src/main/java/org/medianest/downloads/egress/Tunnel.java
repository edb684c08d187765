package org.medianest.downloads.egress;

import io.vertx.core.Future;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetSocket;
import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;
import java.util.List;

/** CONNECT: bytes in both directions, not looked into. */
final class Tunnel {
    private final NetClient sockets;

    Tunnel(NetClient sockets) {
        this.sockets = sockets;
    }

    void open(HttpServerRequest request, EgressPass pass, EgressTarget target, List<InetAddress> addresses) {
        connect(target.port(), addresses)
                .onSuccess(far -> {
                    far.pause();
                    join(request, pass, far);
                })
                .onFailure(unreachable -> Refusals.refuse(request, 502, "Connection refused or timed out"));
    }

    /** One judged address after the other. */
    private Future<NetSocket> connect(int port, List<InetAddress> addresses) {
        Future<NetSocket> first = sockets.connect(
                SocketAddress.inetSocketAddress(port, addresses.getFirst().getHostAddress()));
        return addresses.size() == 1
                ? first
                : first.recover(unreachable -> connect(port, addresses.subList(1, addresses.size())));
    }

    private static void join(HttpServerRequest request, EgressPass pass, NetSocket far) {
        Runnable hangUp = far::close;
        if (!pass.admit(hangUp)) {
            far.close();
            Refusals.refuse(request, 503, "Too Many Connections");
            return;
        }
        far.closeHandler(closed -> pass.leave(hangUp));
        request.toNetSocket()
                .onSuccess(near -> {
                    near.pipeTo(far).onComplete(done -> far.close());
                    far.pipeTo(new Metered(near, pass)).onComplete(done -> near.close());
                })
                .onFailure(gone -> far.close());
    }
}
