package org.medianest.homelab.plex;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.medianest.homelab.catalogue.Catalogue;
import org.medianest.homelab.plexformat.Node;
import org.medianest.homelab.plexformat.PlexReply;
import org.medianest.homelab.system.Query;
import org.medianest.homelab.world.Item;
import org.medianest.homelab.world.ItemType;
import org.medianest.homelab.world.World;

/** Searching the library, exactly or by ear, and what came last. */
final class SearchRoutes {
    private static final int HUB = 3;
    private static final int RECENT = 50;
    private static final int SLIPS = 2;

    private final World world;
    private final Nodes nodes;

    SearchRoutes(World world, Nodes nodes) {
        this.world = world;
        this.nodes = nodes;
    }

    void mount(Router router) {
        router.get("/hubs/search").handler(context -> hubs(context, SearchRoutes::contains));
        router.get("/hubs/search/voice").handler(context -> hubs(context, SearchRoutes::soundsLike));
        router.get("/library/recentlyAdded").handler(this::recentlyAdded);
    }

    private void hubs(RoutingContext context, BiPredicate<String, String> matches) {
        String query = Catalogue.fold(Query.text(context, "query", ""));
        int limit = Query.number(context, "limit", HUB);
        List<Node> hubs = Stream.of(ItemType.MOVIE, ItemType.SHOW, ItemType.EPISODE)
                .map(type -> hub(type, query, limit, matches))
                .toList();
        PlexReply.container(context, Nodes.container(hubs.size()).addAll(hubs));
    }

    private Node hub(ItemType type, String query, int limit, BiPredicate<String, String> matches) {
        List<Item> found = query.isEmpty()
                ? List.of()
                : world.library().items().stream()
                        .filter(item -> item.type() == type && matches.test(Catalogue.fold(item.name()), query))
                        .toList();
        List<Node> shown = nodes.items(found.stream().limit(limit).toList(), false);
        return Node.element("Hub")
                .set("title", type.plexName())
                .set("type", type.plexName())
                .set("hubIdentifier", type.plexName())
                .set("context", "hub.search")
                .set("size", shown.size())
                .set("more", found.size() > shown.size())
                .set("style", "shelf")
                .addAll(shown);
    }

    private static boolean contains(String name, String query) {
        return (" " + name).contains(" " + query);
    }

    private static boolean soundsLike(String name, String query) {
        return contains(name, query)
                || Stream.concat(Stream.of(name), Stream.of(name.split(" ")))
                        .anyMatch(part -> Levenshtein.distance(part, query) <= SLIPS);
    }

    private void recentlyAdded(RoutingContext context) {
        List<Item> newest = world.library().items().stream()
                .filter(item -> item.type() == ItemType.MOVIE || item.type() == ItemType.SEASON)
                .sorted(Comparator.comparing(Item::addedAt).reversed())
                .limit(RECENT)
                .toList();
        Listing.page(context, newest, page -> nodes.items(page, true), container -> container);
    }
}
