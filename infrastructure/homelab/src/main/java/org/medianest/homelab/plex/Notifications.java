package org.medianest.homelab.plex;

import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.medianest.homelab.system.Query;
import org.medianest.homelab.world.Item;
import org.medianest.homelab.world.ItemChange;
import org.medianest.homelab.world.World;

/** Tells everybody who is connected what becomes of items, as events of HTTP and on WebSockets. */
final class Notifications {
    private static final String TIMELINE = "timeline";
    private static final long PING_MILLIS = 10_000;

    private final World world;
    private final Set<HttpServerResponse> streams = ConcurrentHashMap.newKeySet();
    private final Set<ServerWebSocket> sockets = ConcurrentHashMap.newKeySet();

    Notifications(World world) {
        this.world = world;
        world.library().listen(this::tell);
    }

    void stream(RoutingContext context) {
        HttpServerResponse response = context.response()
                .setChunked(true)
                .putHeader("Content-Type", "text/event-stream")
                .putHeader("Cache-Control", "no-cache");
        response.write("event: ping\ndata: {}\n\n");
        long ping = context.vertx().setPeriodic(PING_MILLIS, id -> response.write("event: ping\ndata: {}\n\n"));
        response.closeHandler(closed -> {
            streams.remove(response);
            context.vertx().cancelTimer(ping);
        });
        String filters = Query.text(context, "filters", TIMELINE);
        if (filters.contains(TIMELINE)) {
            streams.add(response);
        }
    }

    void socket(RoutingContext context) {
        context.request().toWebSocket().onSuccess(socket -> {
            sockets.add(socket);
            socket.closeHandler(closed -> sockets.remove(socket));
        });
    }

    private void tell(ItemChange change) {
        String text = message(change).encode();
        streams.forEach(stream -> stream.write("event: %s\ndata: %s\n\n".formatted(TIMELINE, text)));
        sockets.forEach(socket -> socket.writeTextMessage(text));
    }

    private JsonObject message(ItemChange change) {
        Item item = change.item();
        JsonObject entry = new JsonObject()
                .put("identifier", Nodes.IDENTIFIER)
                .put("sectionID", Integer.toString(item.section()))
                .put("itemID", Integer.toString(item.ratingKey()))
                .put("type", item.type().number())
                .put("title", item.name())
                .put("state", state(change.kind()))
                .put("updatedAt", world.clock().now().getEpochSecond());
        if (change.kind() != ItemChange.Kind.PROCESSED) {
            entry.put("metadataState", change.kind() == ItemChange.Kind.DELETED ? "deleted" : "created");
        }
        if (item.parent() != 0) {
            entry.put("parentItemID", Integer.toString(item.parent()));
        }
        return new JsonObject()
                .put(
                        "NotificationContainer",
                        new JsonObject()
                                .put("type", TIMELINE)
                                .put("size", 1)
                                .put("TimelineEntry", new JsonArray().add(entry)));
    }

    private static int state(ItemChange.Kind kind) {
        return switch (kind) {
            case CREATED -> 0;
            case PROCESSED -> 5;
            case DELETED -> 9;
        };
    }
}
