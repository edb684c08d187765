package org.medianest.homelab.plextv;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import org.medianest.homelab.catalogue.Film;
import org.medianest.homelab.catalogue.Title;
import org.medianest.homelab.catalogue.TitleKey;
import org.medianest.homelab.plexformat.Node;
import org.medianest.homelab.plexformat.PlexReply;
import org.medianest.homelab.system.Query;
import org.medianest.homelab.system.Reply;
import org.medianest.homelab.world.Guids;
import org.medianest.homelab.world.World;

/** discover.provider.plex.tv: the watchlist, and what Plex knows of a title without a server. */
final class Discover {
    private static final int PAGE = 20;

    private final World world;

    Discover(World world) {
        this.world = world;
    }

    void mount(Router router) {
        router.get("/library/sections/watchlist/all").handler(this::watchlist);
        router.get("/library/metadata/:key").handler(this::metadata);
    }

    private void watchlist(RoutingContext context) {
        List<TitleKey> all = world.watchlists().of(PlexTv.person(context).name());
        int start = number(context, "X-Plex-Container-Start", 0);
        int size = number(context, "X-Plex-Container-Size", PAGE);
        String etag = "\"%08x\"".formatted((all + " " + start + " " + size).hashCode());
        context.response().putHeader("ETag", etag);
        if (Query.header(context, "If-None-Match").filter(etag::equals).isPresent()) {
            Reply.empty(context, 304);
            return;
        }
        List<Node> page = all.stream()
                .skip(start)
                .limit(size)
                .flatMap(key -> world.catalogue().find(key).stream())
                .map(Discover::node)
                .toList();
        PlexReply.container(
                context,
                Node.element("MediaContainer")
                        .set("librarySectionID", "watchlist")
                        .set("librarySectionTitle", "Watchlist")
                        .set("offset", start)
                        .set("totalSize", all.size())
                        .set("identifier", "tv.plex.provider.discover")
                        .set("size", page.size())
                        .addAll(page));
    }

    private void metadata(RoutingContext context) {
        world.catalogue().all().stream()
                .filter(title -> Guids.key(title.key()).equals(Query.path(context, "key")))
                .findFirst()
                .ifPresentOrElse(
                        title -> {
                            Node node = node(title);
                            Guids.foreign(title)
                                    .forEach(guid ->
                                            node.add(Node.element("Guid").set("id", guid)));
                            PlexReply.container(
                                    context,
                                    Node.element("MediaContainer")
                                            .set("identifier", "tv.plex.provider.discover")
                                            .set("size", 1)
                                            .add(node));
                        },
                        () -> PlexReply.error(context, 404, 404, "Not found"));
    }

    private static Node node(Title title) {
        boolean film = title instanceof Film;
        return Node.element(film ? "Video" : "Directory", "Metadata")
                .set("ratingKey", Guids.key(title.key()))
                .set("key", "/library/metadata/" + Guids.key(title.key()))
                .set("guid", Guids.plex(title.key()))
                .set("type", film ? "movie" : "show")
                .set("title", title.title())
                .set("year", title.year())
                .set("summary", title.facts().overview());
    }

    private static int number(RoutingContext context, String name, int otherwise) {
        return Query.headerOrText(context, name)
                .flatMap(Query::number)
                .filter(value -> value >= 0)
                .orElse(otherwise);
    }
}
