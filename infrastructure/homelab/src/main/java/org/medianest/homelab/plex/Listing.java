package org.medianest.homelab.plex;

import io.vertx.ext.web.RoutingContext;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
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
        return library.items(section, type).stream()
                .filter(item -> item.name().toLowerCase(Locale.ROOT).contains(title))
                .filter(addedSince(context))
                .sorted(order(Query.text(context, "sort", "titleSort")))
                .toList();
    }

    /** {@code addedAt>>=} is later than, {@code addedAt>=} is at or later than; the last sign belongs to the query. */
    private static Predicate<Item> addedSince(RoutingContext context) {
        long later = number(Query.text(context, "addedAt>>", ""));
        long from = number(Query.text(context, "addedAt>", ""));
        return item -> item.addedAt().getEpochSecond() > later && item.addedAt().getEpochSecond() >= from;
    }

    private static long number(String text) {
        return text.matches("\\d{1,18}") ? Long.parseLong(text) : -1;
    }

    private static Comparator<Item> order(String sort) {
        Comparator<Item> ascending = switch (sort.split(":", 2)[0]) {
            case "addedAt", "updatedAt" -> Comparator.comparing(Item::addedAt);
            case "year" -> Comparator.comparing(item -> item.year() == null ? 0 : item.year());
            default -> Comparator.comparing(Listing::sortName);
        };
        return sort.endsWith(":desc") ? ascending.reversed() : ascending.thenComparing(Item::ratingKey);
    }

    private static String sortName(Item item) {
        return item.name().toLowerCase(Locale.ROOT).replaceFirst("^(the|a|an) ", "");
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
