package org.medianest.homelab.tmdb;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.medianest.homelab.artwork.Pictures;
import org.medianest.homelab.system.Addresses;
import org.medianest.homelab.system.Query;
import org.medianest.homelab.system.Reply;
import org.medianest.homelab.system.StandIn;
import org.medianest.homelab.system.SystemName;

/** TMDB's images, in the sizes that it names. */
final class Images {
    private static final int FULL_WIDTH = 1400;
    private static final Pattern SIZE = Pattern.compile("w(\\d{2,4})(_and_h\\d+_\\w+)?|h\\d+|original");

    private final Pictures pictures;
    private final Addresses addresses;

    Images(Pictures pictures, Addresses addresses) {
        this.pictures = pictures;
        this.addresses = addresses;
    }

    /** Draws it when it is asked for the first time, which takes a moment: not for an event loop. */
    void send(RoutingContext context, StandIn tmdb) {
        Matcher size = SIZE.matcher(Query.path(context, "size"));
        if (!size.matches()) {
            tmdb.fail(context, 404);
            return;
        }
        int width = size.group(1) == null ? FULL_WIDTH : Integer.parseInt(size.group(1));
        pictures.find(Query.path(context, "name"), width)
                .ifPresentOrElse(
                        jpeg -> {
                            context.response().putHeader("Cache-Control", "public, max-age=31536000");
                            Reply.send(context, 200, "image/jpeg", Buffer.buffer(jpeg));
                        },
                        () -> tmdb.fail(context, 404));
    }

    void configuration(RoutingContext context) {
        String images = addresses.url(SystemName.TMDB) + "/t/p/";
        Reply.json(
                context,
                200,
                new JsonObject()
                        .put(
                                "images",
                                new JsonObject()
                                        .put("base_url", images)
                                        .put("secure_base_url", images)
                                        .put("poster_sizes", sizes("w92 w154 w185 w342 w500 w780 original"))
                                        .put("backdrop_sizes", sizes("w300 w780 w1280 original"))
                                        .put("profile_sizes", sizes("w45 w185 h632 original"))
                                        .put("still_sizes", sizes("w92 w185 w300 original"))
                                        .put("logo_sizes", sizes("w45 w92 w154 w185 w300 w500 original")))
                        .put("change_keys", new JsonArray()));
    }

    private static JsonArray sizes(String text) {
        return TmdbJson.list(Stream.of(text.split(" ")));
    }
}
