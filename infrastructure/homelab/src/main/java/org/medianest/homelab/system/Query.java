package org.medianest.homelab.system;

import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/** What a request says in its query, its headers and its path. */
public final class Query {
    private Query() {}

    public static Optional<String> text(RoutingContext context, String name) {
        return Optional.ofNullable(context.request().getParam(name));
    }

    public static String text(RoutingContext context, String name, String otherwise) {
        return text(context, name).orElse(otherwise);
    }

    /** The number, or the other one where there is none or it is none. */
    public static int number(RoutingContext context, String name, int otherwise) {
        return text(context, name).flatMap(Query::number).orElse(otherwise);
    }

    public static Optional<Integer> number(String text) {
        return text.matches("-?\\d{1,9}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }

    public static boolean isSet(RoutingContext context, String name) {
        String value = text(context, name, "");
        return value.equals("1") || value.equals("true");
    }

    /** The JSON of the body; an empty object where there is none. */
    public static JsonObject body(RoutingContext context) {
        JsonObject body = context.body().isEmpty() ? null : context.body().asJsonObject();
        return body == null ? new JsonObject() : body;
    }

    public static Optional<String> header(RoutingContext context, String name) {
        return Optional.ofNullable(context.request().getHeader(name));
    }

    /** Plex takes its headers as query parameters too. */
    public static Optional<String> headerOrText(RoutingContext context, String name) {
        return header(context, name).or(() -> text(context, name));
    }

    public static String path(RoutingContext context, String name) {
        String value = context.pathParam(name);
        return value == null ? "" : value;
    }

    /** A number in the path; what is none stands for nothing that exists. */
    public static int pathNumber(RoutingContext context, String name) {
        return number(path(context, name)).orElse(-1);
    }
}
