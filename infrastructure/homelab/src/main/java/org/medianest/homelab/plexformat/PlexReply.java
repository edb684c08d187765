package org.medianest.homelab.plexformat;

import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import org.medianest.homelab.system.Query;
import org.medianest.homelab.system.Reply;

/** Answers in the format that was asked for. */
public final class PlexReply {
    private PlexReply() {}

    /** As the server does, with the name of the element around it in JSON too. */
    public static void container(RoutingContext context, Node container) {
        if (wantsJson(context)) {
            Reply.json(context, 200, new JsonObject().put("MediaContainer", container.json()));
        } else {
            Reply.xml(context, 200, container.xml());
        }
    }

    /** As plex.tv does: in JSON only what is in it. */
    public static void plain(RoutingContext context, int status, Node node) {
        if (wantsJson(context)) {
            Reply.json(context, status, node.json());
        } else {
            Reply.xml(context, status, node.xml());
        }
    }

    public static void list(RoutingContext context, Node list) {
        if (wantsJson(context)) {
            Reply.json(context, 200, list.jsonArray());
        } else {
            Reply.xml(context, 200, list.xml());
        }
    }

    /** One of plex.tv's errors. */
    public static void error(RoutingContext context, int status, int code, String message) {
        Node errors = Node.list(
                "errors",
                List.of(Node.element("error")
                        .set("code", code)
                        .set("message", message)
                        .set("status", status)));
        if (wantsJson(context)) {
            Reply.json(context, status, new JsonObject().put("errors", errors.jsonArray()));
        } else {
            Reply.xml(context, status, errors.xml());
        }
    }

    public static boolean wantsJson(RoutingContext context) {
        return Query.headerOrText(context, "Accept")
                .filter(accept -> accept.contains("json"))
                .isPresent();
    }
}
