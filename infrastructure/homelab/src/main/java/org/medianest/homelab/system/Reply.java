package org.medianest.homelab.system;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;

/** The one way in which stand-ins end a response. A fault that spoils bodies puts itself here. */
public final class Reply {
    private static final String SPOILER = Reply.class.getName();

    /** What becomes of a complete answer instead of being sent. */
    public interface Spoiler {
        void send(RoutingContext context, String contentType, Buffer body);
    }

    private Reply() {}

    public static void json(RoutingContext context, int status, JsonObject body) {
        send(context, status, "application/json;charset=utf-8", body.toBuffer());
    }

    public static void json(RoutingContext context, int status, JsonArray body) {
        send(context, status, "application/json;charset=utf-8", body.toBuffer());
    }

    public static void xml(RoutingContext context, int status, String body) {
        send(context, status, "text/xml;charset=utf-8", Buffer.buffer(body));
    }

    public static void html(RoutingContext context, int status, String body) {
        send(context, status, "text/html;charset=utf-8", Buffer.buffer(body));
    }

    public static void text(RoutingContext context, int status, String body) {
        send(context, status, "text/plain;charset=utf-8", Buffer.buffer(body));
    }

    public static void empty(RoutingContext context, int status) {
        context.response().setStatusCode(status).end();
    }

    public static void send(RoutingContext context, int status, String contentType, Buffer body) {
        context.response().setStatusCode(status);
        Spoiler spoiler = context.get(SPOILER);
        if (spoiler != null) {
            spoiler.send(context, contentType, body);
        } else {
            context.response().putHeader("Content-Type", contentType).end(body);
        }
    }

    public static void spoilBy(RoutingContext context, Spoiler spoiler) {
        context.put(SPOILER, spoiler);
    }
}
