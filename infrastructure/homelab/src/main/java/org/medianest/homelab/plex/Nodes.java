package org.medianest.homelab.plex;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.medianest.homelab.catalogue.Film;
import org.medianest.homelab.catalogue.Series;
import org.medianest.homelab.catalogue.Title;
import org.medianest.homelab.plexformat.Node;
import org.medianest.homelab.system.Keys;
import org.medianest.homelab.world.Item;
import org.medianest.homelab.world.ItemType;
import org.medianest.homelab.world.MediaFile;
import org.medianest.homelab.world.PlexCollection;
import org.medianest.homelab.world.Section;
import org.medianest.homelab.world.World;

/** Items, sections and collections as the server writes them. */
final class Nodes {
    static final String IDENTIFIER = "com.plexapp.plugins.library";
    /** These two files are in 4K. */
    private static final Pattern SHARP = Pattern.compile(".*/(Metropolis|Charade) .*");
    /** Sections and collections were made then. */
    private static final long EARLY = 1_677_664_800;

    private final World world;

    Nodes(World world) {
        this.world = world;
    }

    static Node container(int size) {
        return Node.element("MediaContainer")
                .set("size", size)
                .set("allowSync", true)
                .set("identifier", IDENTIFIER)
                .set("mediaTagPrefix", "/system/bundle/media/flags/")
                .set("mediaTagVersion", 1_700_000_000);
    }

    Node section(Section section, boolean refreshing, Instant scannedAt) {
        return Node.element("Directory")
                .set("allowSync", true)
                .set(
                        "art",
                        "/:/resources/%s-fanart.jpg".formatted(section.type().plexName()))
                .set("composite", "/library/sections/%d/composite/%d".formatted(section.key(), EARLY))
                .set("filters", true)
                .set("refreshing", refreshing)
                .set("thumb", "/:/resources/%s.png".formatted(section.type().plexName()))
                .set("key", Integer.toString(section.key()))
                .set("type", section.type().plexName())
                .set("title", section.title())
                .set("agent", section.agent())
                .set("scanner", section.scanner())
                .set("language", "en-US")
                .set("uuid", uuid(section))
                .set("updatedAt", EARLY)
                .set("createdAt", EARLY)
                .set("scannedAt", scannedAt.getEpochSecond())
                .set("content", true)
                .set("directory", true)
                .set("hidden", 0)
                .add(Node.element("Location").set("id", section.key()).set("path", section.location()));
    }

    static String uuid(Section section) {
        return "5d2c7c2e-0000-4000-8000-%012d".formatted(section.key());
    }

    List<Node> items(List<Item> items, boolean guids) {
        return items.stream().map(item -> item(item, guids)).toList();
    }

    Node item(Item item, boolean guids) {
        boolean video = item.type() == ItemType.MOVIE || item.type() == ItemType.EPISODE;
        Optional<Title> title = item.title().flatMap(world.catalogue()::find);
        Node node = Node.element(video ? "Video" : "Directory", "Metadata")
                .set("ratingKey", Integer.toString(item.ratingKey()))
                .set("key", key(item) + (video ? "" : "/children"))
                .set("guid", item.guid())
                .set("type", item.type().plexName())
                .set("title", item.name());
        ancestors(node, item);
        node.set("year", item.year())
                .set("index", item.type() == ItemType.MOVIE ? null : item.index())
                .set("addedAt", item.addedAt().getEpochSecond())
                .set("updatedAt", world.library().changedAt(item).getEpochSecond() + 1)
                .set("librarySectionID", item.section());
        title.ifPresent(known -> describe(node, item, known));
        if (!video) {
            count(node, item);
        }
        item.file().ifPresent(file -> node.add(media(item, file)));
        if (guids) {
            item.foreignGuids().forEach(guid -> node.add(Node.element("Guid").set("id", guid)));
        }
        return node;
    }

    private static String key(Item item) {
        return "/library/metadata/" + item.ratingKey();
    }

    private static void describe(Node node, Item item, Title title) {
        long version = item.addedAt().getEpochSecond();
        if (item.type() == ItemType.MOVIE || item.type() == ItemType.SHOW) {
            if (!title.facts().originalTitle().equals(title.title())) {
                node.set("originalTitle", title.facts().originalTitle());
            }
            node.set("summary", title.facts().overview())
                    .set("rating", title.facts().vote())
                    .set("originallyAvailableAt", title.released().toString());
        }
        node.set("contentRating", title.facts().certification())
                .set("duration", minutes(title).toMillis())
                .set("thumb", "%s/thumb/%d".formatted(key(item), version))
                .set("art", "%s/art/%d".formatted(key(item), version));
    }

    private static Duration minutes(Title title) {
        return Duration.ofMinutes(
                switch (title) {
                    case Film film -> film.runtimeMinutes();
                    case Series series -> series.episodeMinutes();
                });
    }

    private void ancestors(Node node, Item item) {
        world.library().item(item.parent()).ifPresent(parent -> {
            node.set("parentRatingKey", Integer.toString(parent.ratingKey()))
                    .set("parentKey", key(parent))
                    .set("parentGuid", parent.guid())
                    .set("parentTitle", parent.name())
                    .set("parentIndex", parent.index());
            world.library()
                    .item(parent.parent())
                    .ifPresent(
                            grandparent -> node.set("grandparentRatingKey", Integer.toString(grandparent.ratingKey()))
                                    .set("grandparentKey", key(grandparent))
                                    .set("grandparentGuid", grandparent.guid())
                                    .set("grandparentTitle", grandparent.name()));
        });
    }

    private void count(Node node, Item item) {
        List<Item> children = world.library().children(item.ratingKey());
        int leaves = item.type() == ItemType.SEASON
                ? children.size()
                : children.stream()
                        .mapToInt(season ->
                                world.library().children(season.ratingKey()).size())
                        .sum();
        node.set("leafCount", leaves).set("viewedLeafCount", 0).set("childCount", children.size());
    }

    private static Node media(Item item, MediaFile file) {
        boolean sharp = SHARP.matcher(file.path()).matches();
        String container = file.path().substring(file.path().lastIndexOf('.') + 1);
        return Node.element("Media")
                .set("id", item.ratingKey())
                .set("bitrate", sharp ? 18000 : 7000)
                .set("width", sharp ? 3840 : 1920)
                .set("height", sharp ? 2160 : 1080)
                .set("videoResolution", sharp ? "4k" : "1080")
                .set("videoCodec", sharp ? "hevc" : "h264")
                .set("audioCodec", "aac")
                .set("container", container)
                .add(Node.element("Part")
                        .set("id", item.ratingKey())
                        .set("key", "/library/parts/%d/1/file.%s".formatted(item.ratingKey(), container))
                        .set("file", file.path())
                        .set("size", file.size())
                        .set("container", container));
    }

    Node collection(PlexCollection collection) {
        List<Item> items = world.library().collections().items(collection);
        return Node.element("Directory", "Metadata")
                .set("ratingKey", Integer.toString(collection.ratingKey()))
                .set("key", "/library/collections/%d/children".formatted(collection.ratingKey()))
                .set("guid", "collection://%s/%d".formatted(Keys.MACHINE, collection.ratingKey()))
                .set("type", "collection")
                .set("title", collection.title())
                .set(
                        "subtype",
                        items.isEmpty() ? "movie" : items.getFirst().type().plexName())
                .set("summary", collection.summary())
                .set("index", collection.ratingKey())
                .set("smart", false)
                .set("childCount", Integer.toString(items.size()))
                .set("addedAt", EARLY)
                .set("updatedAt", EARLY)
                .set("librarySectionID", collection.section());
    }
}
