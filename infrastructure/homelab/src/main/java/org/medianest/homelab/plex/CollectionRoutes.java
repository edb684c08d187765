package org.medianest.homelab.plex;

import io.vertx.core.Handler;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.medianest.homelab.plexformat.PlexReply;
import org.medianest.homelab.system.Keys;
import org.medianest.homelab.system.Query;
import org.medianest.homelab.system.Reply;
import org.medianest.homelab.world.Item;
import org.medianest.homelab.world.PlexCollection;
import org.medianest.homelab.world.PlexCollections;
import org.medianest.homelab.world.Section;
import org.medianest.homelab.world.World;

/** Making and changing collections; only the owner may change them. */
final class CollectionRoutes {
    private static final int COLLECTION_TYPE = 18;
    private static final Pattern URI = Pattern.compile(
            "server://" + Keys.MACHINE + "/com\\.plexapp\\.plugins\\.library/library/metadata/(\\d+(?:,\\d+)*)");

    private final World world;
    private final PlexCollections collections;
    private final Nodes nodes;
    private final Plex plex;

    CollectionRoutes(World world, Nodes nodes, Plex plex) {
        this.world = world;
        this.collections = world.library().collections();
        this.nodes = nodes;
        this.plex = plex;
    }

    void mount(Router router, Handler<RoutingContext> ownerOnly) {
        router.get("/library/sections/:section/collections").handler(this::list);
        router.post("/library/collections").handler(ownerOnly).handler(this::create);
        router.get("/library/collections/:id").handler(with(this::show));
        router.get("/library/collections/:id/children").handler(with(this::items));
        router.get("/library/collections/:id/items").handler(with(this::items));
        router.put("/library/collections/:id/items").handler(ownerOnly).handler(with(this::add));
        router.delete("/library/collections/:id/items/:item").handler(ownerOnly).handler(with((context, collection) -> {
            collections.remove(collection.ratingKey(), Query.pathNumber(context, "item"));
            Reply.empty(context, 200);
        }));
        router.put("/library/collections/:id/items/:item/move")
                .handler(ownerOnly)
                .handler(with((context, collection) -> {
                    collections.move(
                            collection.ratingKey(),
                            Query.pathNumber(context, "item"),
                            Query.number(context, "after", 0));
                    show(context, collection);
                }));
        router.delete("/library/collections/:id").handler(ownerOnly).handler(with((context, collection) -> {
            collections.delete(collection.ratingKey());
            Reply.empty(context, 200);
        }));
        router.put("/library/sections/:section/all").handler(ownerOnly).handler(this::edit);
    }

    private Handler<RoutingContext> with(BiConsumer<RoutingContext, PlexCollection> handler) {
        return context -> collections
                .find(Query.pathNumber(context, "id"))
                .ifPresentOrElse(collection -> handler.accept(context, collection), () -> plex.fail(context, 404));
    }

    private void list(RoutingContext context) {
        Optional<Section> section = world.library().section(Query.pathNumber(context, "section"));
        if (section.isEmpty()) {
            plex.fail(context, 404);
            return;
        }
        Listing.page(
                context,
                collections.in(section.get()),
                page -> page.stream().map(nodes::collection).toList(),
                container -> container);
    }

    private void show(RoutingContext context, PlexCollection collection) {
        PlexCollection current = collections.find(collection.ratingKey()).orElse(collection);
        PlexReply.container(context, Nodes.container(1).add(nodes.collection(current)));
    }

    private void items(RoutingContext context, PlexCollection collection) {
        Listing.page(context, collections.items(collection), page -> nodes.items(page, true), container -> container);
    }

    /** An unknown section, a title that is missing, items that are not there or of another section: 400. */
    private void create(RoutingContext context) {
        Optional<Section> section = world.library().section(Query.number(context, "sectionId", -1));
        String title = Query.text(context, "title", "");
        List<Integer> members = members(context);
        if (section.isEmpty()
                || title.isBlank()
                || members.isEmpty()
                || !areIn(section.get().key(), members)) {
            plex.fail(context, 400);
            return;
        }
        show(context, collections.create(section.get(), title, members));
    }

    private void add(RoutingContext context, PlexCollection collection) {
        List<Integer> members = members(context);
        if (members.isEmpty() || !areIn(collection.section(), members)) {
            plex.fail(context, 400);
            return;
        }
        collections.add(collection.ratingKey(), members);
        show(context, collection);
    }

    private boolean areIn(int section, List<Integer> members) {
        return members.stream()
                .map(world.library()::item)
                .allMatch(item ->
                        item.map(Item::section).filter(key -> key == section).isPresent());
    }

    private static List<Integer> members(RoutingContext context) {
        Matcher uri = URI.matcher(Query.text(context, "uri", ""));
        return uri.matches()
                ? Arrays.stream(uri.group(1).split(","))
                        .flatMap(key -> Query.number(key).stream())
                        .toList()
                : List.of();
    }

    private void edit(RoutingContext context) {
        int id = Query.number(context, "id", -1);
        if (Query.number(context, "type", 0) != COLLECTION_TYPE
                || collections.find(id).isEmpty()) {
            plex.fail(context, 400);
            return;
        }
        collections.edit(
                id,
                Query.text(context, "title.value").orElse(null),
                Query.text(context, "summary.value").orElse(null));
        Reply.empty(context, 200);
    }
}
