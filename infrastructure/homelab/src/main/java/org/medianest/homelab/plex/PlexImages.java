package org.medianest.homelab.plex;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.medianest.homelab.artwork.Artwork;
import org.medianest.homelab.catalogue.Title;
import org.medianest.homelab.system.Query;
import org.medianest.homelab.system.Reply;
import org.medianest.homelab.world.World;

/** Pictures of items, as they are and scaled. */
final class PlexImages {
    private static final Pattern PICTURE = Pattern.compile("/library/metadata/(\\d{1,9})/(thumb|art)(/\\d+)?(\\?.*)?");
    private static final int POSTER = 1000;
    private static final int BACKDROP = 1600;

    private final World world;
    private final Artwork artwork;
    private final Plex plex;

    PlexImages(World world, Artwork artwork, Plex plex) {
        this.world = world;
        this.artwork = artwork;
        this.plex = plex;
    }

    void mount(Router router) {
        router.getWithRegex("/library/metadata/\\d+/(thumb|art)(/\\d+)?")
                .blockingHandler(context -> send(context, context.normalizedPath(), 0), false);
        router.getWithRegex("/photo/:/transcode")
                .blockingHandler(
                        context -> send(context, Query.text(context, "url", ""), Query.number(context, "width", 0)),
                        false);
    }

    /** @param width 0 for its own */
    private void send(RoutingContext context, String path, int width) {
        Matcher matcher = PICTURE.matcher(path);
        Optional<byte[]> picture = matcher.matches()
                ? Query.number(matcher.group(1))
                        .flatMap(world.library()::item)
                        .flatMap(item -> item.title().flatMap(world.catalogue()::find))
                        .map(title -> draw(title, matcher.group(2).equals("thumb"), width))
                : Optional.empty();
        picture.ifPresentOrElse(
                jpeg -> Reply.send(context, 200, "image/jpeg", Buffer.buffer(jpeg)), () -> plex.fail(context, 404));
    }

    private byte[] draw(Title title, boolean poster, int width) {
        return poster
                ? artwork.poster(title, width == 0 ? POSTER : width)
                : artwork.backdrop(title, width == 0 ? BACKDROP : width);
    }
}
