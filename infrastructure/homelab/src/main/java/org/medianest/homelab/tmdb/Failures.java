package org.medianest.homelab.tmdb;

import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import org.medianest.homelab.system.Reply;

/** What TMDB says when it refuses or fails, with its own numbers of errors. */
final class Failures {
    private Failures() {}

    static void answer(RoutingContext context, int status) {
        switch (status) {
            case 401 -> answer(context, status, 7, "Invalid API key: You must be granted a valid key.");
            case 404 -> answer(context, status, 34, "The resource you requested could not be found.");
            case 429 -> answer(context, status, 25, "Your request count (#) is over the allowed limit of (40).");
            case 503 ->
                answer(context, status, 9, "Service offline: This service is temporarily offline, try again later.");
            default -> answer(context, status, 11, "Internal error: Something went wrong, contact TMDB.");
        }
    }

    static void invalidPage(RoutingContext context) {
        answer(context, 400, 22, "Invalid page: Pages start at 1 and max at 500. They are expected to be an integer.");
    }

    private static void answer(RoutingContext context, int status, int code, String message) {
        Reply.json(
                context,
                status,
                new JsonObject().put("success", false).put("status_code", code).put("status_message", message));
    }
}
