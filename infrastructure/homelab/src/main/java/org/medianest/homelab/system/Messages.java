package org.medianest.homelab.system;

import io.vertx.core.http.ServerWebSocket;
import io.vertx.ext.web.RoutingContext;

/** The one way in which stand-ins say something over a WebSocket. A fault that spoils what is said puts itself here. */
public interface Messages {
    void send(ServerWebSocket socket, String text);

    /** How it is done on the connection that this request begins. */
    static Messages of(RoutingContext context) {
        Messages spoilt = context.get(Messages.class.getName());
        return spoilt == null ? ServerWebSocket::writeTextMessage : spoilt;
    }

    static void spoilBy(RoutingContext context, Messages messages) {
        context.put(Messages.class.getName(), messages);
    }
}
