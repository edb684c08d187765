package org.medianest.homelab.plex;

import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import org.medianest.homelab.plexformat.Node;
import org.medianest.homelab.plexformat.PlexReply;
import org.medianest.homelab.system.Query;
import org.medianest.homelab.world.Item;
import org.medianest.homelab.world.ItemType;
import org.medianest.homelab.world.Library;
import org.medianest.homelab.world.Section;
import org.medianest.homelab.world.SectionType;

/** A list of items: which of them, in which order, and the part of it that was asked for. */
final class Listing {
    private static final String START = "X-Plex-Container-Start";
    private static final String SIZE = "X-Plex-Container-Size";

    private Listing() {}

    static List<Item> of(Library library, Section section, RoutingContext context) {
        ItemType usual = section.type() == SectionType.SHOW ? ItemType.SHOW : ItemType.MOVIE;
        ItemType type =
                ItemType.of(Query.number(context, "type", usual.number())).orElse(usual);
        String title = Query.text(context, "title", "").toLowerCase(Locale.ROOT);
        List<Item> wanted = library.items(section, type).stream()
                .filter(item ->
                        title.isEmpty() || item.name().toLowerCase(Locale.ROOT).contains(title))
                .filter(since(context, "addedAt", Item::addedAt))
                .filter(since(context, "updatedAt", library::changedAt))
                .toList();
        return sorted(library, wanted, Query.text(context, "sort", "titleSort"));
    }

    /** {@code addedAt>>=} is later than, {@code addedAt>=} is at or later than; the last sign belongs to the query. */
    private static Predicate<Item> since(RoutingContext context, String name, Function<Item, Instant> time) {
        long later = number(Query.text(context, name + ">>", ""));
        long from = number(Query.text(context, name + ">", ""));
        if (later < 0 && from < 0) {
            return item -> true;
        }
        return item -> {
            long seconds = time.apply(item).getEpochSecond();
            return seconds > later && seconds >= from;
        };
    }

    private static long number(String text) {
        return text.matches("\\d{1,18}") ? Long.parseLong(text) : -1;
    }

    private record Ranked<T extends Comparable<T>>(T rank, Item item) {}

    private static List<Item> sorted(Library library, List<Item> items, String sort) {
        boolean descending = sort.endsWith(":desc");
        return switch (sort.split(":", 2)[0]) {
            case "addedAt" -> ranked(items, Item::addedAt, descending);
            case "updatedAt" -> ranked(items, library::changedAt, descending);
            case "year" -> ranked(items, item -> Objects.requireNonNullElse(item.year(), 0), descending);
            default -> ranked(items, Listing::sortName, descending);
        };
    }

    /** Each rank is found once, so that a page of a big section is cheap. */
    private static <T extends Comparable<T>> List<Item> ranked(
            List<Item> items, Function<Item, T> rank, boolean descending) {
        Comparator<Ranked<T>> ascending = Comparator.comparing(Ranked::rank);
        return items.stream()
                .map(item -> new Ranked<>(rank.apply(item), item))
                .sorted(descending ? ascending.reversed() : ascending)
                .map(Ranked::item)
                .toList();
    }

    private static String sortName(Item item) {
        String name = item.name().toLowerCase(Locale.ROOT);
        for (String article : List.of("the ", "a ", "an ")) {
            if (name.startsWith(article)) {
                return name.substring(article.length());
            }
        }
        return name;
    }

    /** Answers with a page; nodes are made of its items only. */
    static <T> void page(
            RoutingContext context, List<T> all, Function<List<T>, List<Node>> nodes, Function<Node, Node> decorate) {
        int start = asked(context, START, 0);
        int size = asked(context, SIZE, Integer.MAX_VALUE);
        List<T> page = all.stream().skip(start).limit(size).toList();
        context.response()
                .putHeader(START, Integer.toString(start))
                .putHeader("X-Plex-Container-Total-Size", Integer.toString(all.size()));
        Node container =
                Nodes.container(page.size()).set("totalSize", all.size()).set("offset", start);
        PlexReply.container(context, decorate.apply(container).addAll(nodes.apply(page)));
    }

    private static int asked(RoutingContext context, String name, int otherwise) {
        return Query.headerOrText(context, name)
                .flatMap(Query::number)
                .filter(value -> value >= 0)
                .orElse(otherwise);
    }
}
