package org.medianest.media.testing;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A Plex server with as many films as a test likes, that says how often and for what it was asked. */
public final class PaperPlex implements AutoCloseable {
    public static final String TOKEN = "paper-token";

    private final HttpServer server;
    private final Map<Integer, ObjectNode> films = new ConcurrentSkipListMap<>();
    private final Map<Integer, ObjectNode> shows = new ConcurrentSkipListMap<>();
    private final Map<Integer, ObjectNode> seasons = new ConcurrentSkipListMap<>();
    private final List<OutputStream> listeners = new CopyOnWriteArrayList<>();

    /** Where each page of films that was asked for began. */
    public final List<Integer> starts = new CopyOnWriteArrayList<>();

    /** From this place on no film is told any more. */
    public volatile int failsFrom = Integer.MAX_VALUE;

    /** Whether it has an error instead of the seasons. */
    public volatile boolean failsAtSeasons;

    public volatile String machine;

    private final CountDownLatch letGo = new CountDownLatch(1);
    private volatile int holdsFrom = Integer.MAX_VALUE;

    public PaperPlex(String machine) {
        this.machine = machine;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** A film with the TMDB id of its rating key. */
    public void film(int key, String title) {
        film(
                key,
                title,
                object().put("guid", "plex://movie/" + key)
                        .set("Guid", array().add(object().put("id", "tmdb://" + key))));
    }

    public void film(int key, String title, ObjectNode more) {
        films.put(key, item(key, "movie", title).setAll(more));
    }

    public void series(int key, int tmdbId, String title) {
        shows.put(key, item(key, "show", title).set("Guid", array().add(object().put("id", "tmdb://" + tmdbId))));
    }

    public void season(int key, int show, int number, int episodes) {
        seasons.put(
                key,
                item(key, "season", "Season " + number)
                        .put("index", number)
                        .put("leafCount", episodes)
                        .put("parentRatingKey", "" + show));
    }

    public void remove(int key) {
        films.remove(key);
    }

    public void removeAllFilms() {
        films.clear();
    }

    /** Says on its stream that an item is ready. */
    public void say(int key) {
        String news =
                "event: timeline\ndata: {\"NotificationContainer\":{\"type\":\"timeline\",\"size\":1,\"TimelineEntry\":[{\"identifier\":"
                        + "\"com.plexapp.plugins.library\",\"sectionID\":\"1\",\"itemID\":\"" + key
                        + "\",\"type\":1,\"state\":5}]}}\n\n";
        listeners.forEach(listener -> write(listener, news));
    }

    /** From this place on films are told only once it is let go. */
    public void holdFrom(int place) {
        holdsFrom = place;
    }

    public void letGo() {
        letGo.countDown();
    }

    public boolean isListenedTo() {
        return !listeners.isEmpty();
    }

    /** Not Vert.x' JSON: it looks for its parser where the thread was made, and ours are not the application's. */
    public static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    public static ArrayNode array() {
        return JsonNodeFactory.instance.arrayNode();
    }

    private static ObjectNode item(int key, String type, String title) {
        return object().put("ratingKey", "" + key)
                .put("type", type)
                .put("title", title)
                .put("year", 1999)
                .put("addedAt", 1_700_000_000 + key);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        if (!path.equals("/identity")
                && !TOKEN.equals(exchange.getRequestHeaders().getFirst("X-Plex-Token"))) {
            send(exchange, 401, "<html>Unauthorized</html>");
            return;
        }
        if (path.startsWith("/:/eventsource")) {
            exchange.sendResponseHeaders(200, 0);
            write(exchange.getResponseBody(), ": hello\n\n");
            listeners.add(exchange.getResponseBody());
            return;
        }
        Map<String, String> query = query(exchange);
        ObjectNode container = switch (path) {
            case "/identity" -> object().put("machineIdentifier", machine).put("version", "1.41");
            case "/" -> object().put("friendlyName", "Paper").put("version", "1.41");
            case "/library/sections" -> sections();
            case "/library/sections/1/all" -> page(films.values(), query, "1".equals(query.get("type")));
            case "/library/sections/2/all" ->
                switch (query.get("type")) {
                    case "3" -> failsAtSeasons ? null : page(seasons.values(), query, false);
                    case "2" -> page(shows.values(), query, false);
                    default -> page(List.of(), query, false);
                };
            default -> item(path);
        };
        if (container == null) {
            send(exchange, path.startsWith("/library/metadata/") ? 404 : 500, "{}");
        } else {
            send(exchange, 200, object().set("MediaContainer", container).toString());
        }
    }

    private static ObjectNode sections() {
        return object().set(
                        "Directory",
                        array().add(object().put("key", "1")
                                        .put("type", "movie")
                                        .put("title", "Films"))
                                .add(object().put("key", "2")
                                        .put("type", "show")
                                        .put("title", "Series"))
                                .add(object().put("key", "3")
                                        .put("type", "artist")
                                        .put("title", "Music")));
    }

    private ObjectNode page(Collection<ObjectNode> all, Map<String, String> query, boolean counted) {
        boolean newestFirst = "addedAt:desc".equals(query.get("sort"));
        int start = Integer.parseInt(query.get("X-Plex-Container-Start"));
        int size = Integer.parseInt(query.get("X-Plex-Container-Size"));
        if (counted && !newestFirst) {
            starts.add(start);
            if (start >= holdsFrom) {
                awaitLetGo();
            }
            if (start >= failsFrom) {
                return null;
            }
        }
        List<ObjectNode> sorted = newestFirst ? List.copyOf(all).reversed() : List.copyOf(all);
        List<ObjectNode> page = sorted.stream().skip(start).limit(size).toList();
        return object().put("size", page.size())
                .put("totalSize", all.size())
                .put("offset", start)
                .set("Metadata", array().addAll(page));
    }

    private void awaitLetGo() {
        try {
            letGo.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private ObjectNode item(String path) {
        String[] parts = path.split("/");
        if (!path.startsWith("/library/metadata/")) {
            return null;
        }
        int key = Integer.parseInt(parts[3]);
        if (path.endsWith("/children")) {
            List<ObjectNode> children = seasons.values().stream()
                    .filter(season -> season.path("parentRatingKey").asText().equals("" + key))
                    .toList();
            return object().put("size", children.size()).set("Metadata", array().addAll(children));
        }
        return Stream.of(films, shows, seasons)
                .filter(items -> items.containsKey(key))
                .findFirst()
                .<ObjectNode>map(items -> object().put("size", 1)
                        .put("librarySectionID", items == films ? 1 : 2)
                        .set("Metadata", array().add(items.get(key))))
                .orElse(null);
    }

    private static Map<String, String> query(HttpExchange exchange) {
        String query = exchange.getRequestURI().getRawQuery();
        return query == null
                ? Map.of()
                : Stream.of(query.split("&"))
                        .map(pair ->
                                URLDecoder.decode(pair, StandardCharsets.UTF_8).split("=", 2))
                        .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1], (one, other) -> one));
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static void write(OutputStream listener, String text) {
        try {
            listener.write(text.getBytes(StandardCharsets.UTF_8));
            listener.flush();
        } catch (IOException gone) {
            // whoever listened has hung up
        }
    }

    @Override
    public void close() {
        letGo();
        server.stop(0);
    }
}
