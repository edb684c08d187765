package org.medianest.homelab.seerr;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import org.medianest.homelab.system.Reply;

/** What Seerr does not do, in one of its two shapes. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int status;
    private final String json;

    private Refusal(int status, JsonObject json) {
        super(json.encode(), null, false, false);
        this.status = status;
        this.json = json.encode();
    }

    /** Of the check of permissions; also for a wrong key. */
    static Refusal noPermission() {
        return new Refusal(
                403,
                new JsonObject().put("status", 403).put("error", "You do not have permission to access this endpoint"));
    }

    /** Of all else. */
    static Refusal because(int status, String message) {
        return new Refusal(status, new JsonObject().put("message", message));
    }

    /** Of the validator of the specification, which comes before anything else. */
    static Refusal invalid(String path, String message) {
        return new Refusal(
                400,
                new JsonObject()
                        .put("message", message)
                        .put(
                                "errors",
                                new JsonArray()
                                        .add(new JsonObject().put("path", path).put("message", message))));
    }

    void answer(RoutingContext context) {
        Reply.json(context, status, new JsonObject(json));
    }
}
