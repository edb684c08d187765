package org.medianest.homelab.plex;

import io.vertx.core.Handler;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.medianest.homelab.artwork.Artwork;
import org.medianest.homelab.plexformat.Node;
import org.medianest.homelab.plexformat.PlexReply;
import org.medianest.homelab.system.Keys;
import org.medianest.homelab.system.Query;
import org.medianest.homelab.system.Reply;
import org.medianest.homelab.system.StandIn;
import org.medianest.homelab.system.SystemName;
import org.medianest.homelab.world.Item;
import org.medianest.homelab.world.ItemType;
import org.medianest.homelab.world.Person;
import org.medianest.homelab.world.Person.Share;
import org.medianest.homelab.world.Section;
import org.medianest.homelab.world.World;

/** The server called Attic. */
public final class Plex implements StandIn {
    private static final String PERSON = "person";
    private static final String VERSION = "1.41.0.8992-8463ad060";

    private final World world;
    private final Nodes nodes;
    private final Scans scans;
    private final Notifications notifications;
    private final SearchRoutes search;
    private final CollectionRoutes collections;
    private final PlexImages images;

    public Plex(World world, Artwork artwork) {
        this.world = world;
        this.nodes = new Nodes(world);
        this.scans = new Scans(world);
        this.notifications = new Notifications(world);
        this.search = new SearchRoutes(world, nodes);
        this.collections = new CollectionRoutes(world, nodes, this);
        this.images = new PlexImages(world, artwork, this);
    }

    @Override
    public SystemName name() {
        return SystemName.PLEX;
    }

    @Override
    public void mount(Router router) {
        router.get("/identity").handler(this::identity);
        router.route().handler(this::authenticate);
        Handler<RoutingContext> ownerOnly = this::ownerOnly;
        router.get("/").handler(this::root);
        router.get("/library/sections").handler(this::sections);
        router.get("/library/sections/:section/all").handler(withSection(this::all));
        router.get("/library/sections/:section/refresh").handler(ownerOnly).handler(withSection(this::refresh));
        router.post("/library/sections/:section/refresh").handler(ownerOnly).handler(withSection(this::refresh));
        router.delete("/library/sections/:section/refresh")
                .handler(ownerOnly)
                .handler(withSection((context, section) -> {
                    scans.cancel(section);
                    Reply.empty(context, 200);
                }));
        collections.mount(router, ownerOnly);
        images.mount(router);
        router.get("/library/metadata/:id").handler(this::metadata);
        router.get("/library/metadata/:id/children").handler(context -> descendants(context, false));
        router.get("/library/metadata/:id/allLeaves").handler(context -> descendants(context, true));
        search.mount(router);
        router.get("/status/sessions")
                .handler(ownerOnly)
                .handler(context -> PlexReply.container(
                        context, Node.element("MediaContainer").set("size", 0)));
        router.getWithRegex("/:/eventsource/notifications").handler(ownerOnly).handler(notifications::stream);
        router.getWithRegex("/:/websockets/notifications").handler(ownerOnly).handler(notifications::socket);
        router.route().handler(context -> fail(context, 404));
    }

    @Override
    public void reset() {
        scans.reset();
    }

    @Override
    public void fail(RoutingContext context, int status) {
        String words = switch (status) {
            case 400 -> "Bad Request";
            case 401 -> "Unauthorized";
            case 403 -> "Forbidden";
            case 404 -> "Not Found";
            case 429 -> "Too Many Requests";
            case 498 -> "Token Expired";
            default -> "Internal Server Error";
        };
        Reply.html(
                context,
                status,
                "<html><head><title>%s</title></head><body><h1>%d %s</h1></body></html>"
                        .formatted(words, status, words));
    }

    private void authenticate(RoutingContext context) {
        Optional<String> token = Query.headerOrText(context, "X-Plex-Token");
        Optional<Person> person = token.flatMap(world.people()::withServerToken);
        if (person.isEmpty()) {
            fail(context, token.filter(world.people()::isExpired).isPresent() ? 498 : 401);
        } else {
            context.put(PERSON, person.get());
            context.next();
        }
    }

    private void ownerOnly(RoutingContext context) {
        if (context.get(PERSON) instanceof Person person && person.share() == Share.OWNER) {
            context.next();
        } else {
            fail(context, 403);
        }
    }

    private Handler<RoutingContext> withSection(BiConsumer<RoutingContext, Section> handler) {
        return context -> world.library()
                .section(Query.pathNumber(context, "section"))
                .ifPresentOrElse(section -> handler.accept(context, section), () -> fail(context, 404));
    }

    private void identity(RoutingContext context) {
        PlexReply.container(
                context,
                Node.element("MediaContainer")
                        .set("size", 0)
                        .set("claimed", true)
                        .set("machineIdentifier", Keys.MACHINE)
                        .set("version", VERSION));
    }

    private void root(RoutingContext context) {
        PlexReply.container(
                context,
                Node.element("MediaContainer")
                        .set("size", 0)
                        .set("allowSync", true)
                        .set("friendlyName", "Attic")
                        .set("machineIdentifier", Keys.MACHINE)
                        .set("myPlex", true)
                        .set("myPlexMappingState", "mapped")
                        .set("myPlexSigninState", "ok")
                        .set("myPlexSubscription", true)
                        .set("myPlexUsername", world.people().owner().username())
                        .set("platform", "Linux")
                        .set("platformVersion", "12")
                        .set("updatedAt", world.clock().now().getEpochSecond())
                        .set("version", VERSION));
    }

    private void sections(RoutingContext context) {
        List<Section> sections = world.library().sections();
        PlexReply.container(
                context,
                Node.element("MediaContainer")
                        .set("size", sections.size())
                        .set("allowSync", false)
                        .set("title1", "Plex Library")
                        .addAll(sections.stream()
                                .map(section -> nodes.section(section, scans.isRunning(section), scans.last(section)))
                                .toList()));
    }

    private void all(RoutingContext context, Section section) {
        boolean guids = Query.isSet(context, "includeGuids");
        Listing.page(
                context,
                Listing.of(world.library(), section, context),
                page -> nodes.items(page, guids),
                container -> container
                        .set("librarySectionID", section.key())
                        .set("librarySectionTitle", section.title())
                        .set("librarySectionUUID", Nodes.uuid(section))
                        .set("title1", section.title())
                        .set("viewGroup", section.type().plexName()));
    }

    /** A folder of another section is refused in silence, as the server does. */
    private void refresh(RoutingContext context, Section section) {
        String folder = Query.text(context, "path", section.location()).replaceFirst("/+$", "");
        if (section.holds(folder)) {
            scans.start(section, folder);
        }
        Reply.empty(context, 200);
    }

    /** Several keys may stand in one path, with commas between them. */
    private void metadata(RoutingContext context) {
        List<Item> found = new ArrayList<>();
        for (String key : Query.path(context, "id").split(",")) {
            Query.number(key).flatMap(world.library()::item).ifPresent(found::add);
        }
        if (found.isEmpty()) {
            fail(context, 404);
            return;
        }
        List<Node> shown = new ArrayList<>();
        for (Item item : found) {
            Node node = nodes.item(item, true);
            if (Query.isSet(context, "includeChildren") && item.type() != ItemType.MOVIE) {
                List<Item> children = world.library().children(item.ratingKey());
                node.add(Node.single("Children").set("size", children.size()).addAll(nodes.items(children, false)));
            }
            shown.add(node);
        }
        PlexReply.container(context, Nodes.container(shown.size()).addAll(shown));
    }

    private void descendants(RoutingContext context, boolean leaves) {
        Optional<Item> item = world.library().item(Query.pathNumber(context, "id"));
        if (item.isEmpty()) {
            fail(context, 404);
            return;
        }
        List<Item> children = world.library().children(item.get().ratingKey());
        List<Item> all = leaves && item.get().type() == ItemType.SHOW
                ? children.stream()
                        .flatMap(season -> world.library().children(season.ratingKey()).stream())
                        .toList()
                : children;
        boolean guids = Query.isSet(context, "includeGuids");
        Listing.page(
                context,
                all,
                page -> nodes.items(page, guids),
                container -> container.set("parentTitle", item.get().name()));
    }
}
