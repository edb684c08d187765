package org.medianest.homelab.arr;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.medianest.homelab.system.Reply;

/** What an arr does not do. What fails its validators is answered by an array, all else by an object. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int status;
    private final String json;

    private Refusal(int status, String json) {
        super(json, null, false, false);
        this.status = status;
        this.json = json;
    }

    /** One failure of a validator. */
    record Failure(
            String property, String message, @Nullable Object attempted, String code) {
        JsonObject json() {
            return new JsonObject()
                    .put("propertyName", property)
                    .put("errorMessage", message)
                    .put("attemptedValue", attempted)
                    .put("severity", "error")
                    .put("errorCode", code)
                    .put("formattedMessageArguments", new JsonArray())
                    .put("formattedMessagePlaceholderValues", new JsonObject());
        }
    }

    static Refusal invalid(List<Failure> failures) {
        JsonArray json = new JsonArray();
        failures.forEach(failure -> json.add(failure.json()));
        return new Refusal(400, json.encode());
    }

    static Refusal notFound(String what, int id) {
        return object(
                404,
                "%s with ID %d does not exist".formatted(what, id),
                "NzbDrone.Core.Datastore.ModelNotFoundException");
    }

    static Refusal object(int status, String message, String description) {
        return new Refusal(
                status,
                new JsonObject()
                        .put("message", message)
                        .put("description", description)
                        .encode());
    }

    void answer(RoutingContext context) {
        if (json.startsWith("[")) {
            Reply.json(context, status, new JsonArray(json));
        } else {
            Reply.json(context, status, new JsonObject(json));
        }
    }
}
