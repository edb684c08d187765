package org.medianest.auth.testing;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Stands where plex.tv stands, answers as it does, and can be told to lie and to hang. */
public final class FakePlexTv implements AutoCloseable {
    /** What people call the server that is shared. */
    public static final String MACHINE = "fake-machine";

    private static final String JSON = "application/json";

    private final Map<Long, Person> people = new ConcurrentHashMap<>();
    private final Map<Long, Pin> pins = new ConcurrentHashMap<>();
    private final Map<String, Answer> lies = new ConcurrentHashMap<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final AtomicLong nextPin =
            new AtomicLong(ThreadLocalRandom.current().nextLong(1_000_000));
    private final HttpServer server;
    private volatile CountDownLatch hanging = new CountDownLatch(1);
    private volatile long pinLife = 1_800;

    FakePlexTv() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    /** What somebody may do with the server. */
    public enum Share {
        OWNER,
        ACCEPTED,
        PENDING,
        NONE
    }

    /** @param username empty for a managed user */
    public record Person(long id, String username, String title, Share share, String token) {}

    /** A question as it came. */
    public record Asked(String target, Headers headers) {}

    private record Pin(String code, String client, @Nullable String token) {}

    private record Answer(
            int status, String type, byte[] body, @Nullable URI location, boolean hangs) {}

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Somebody new, with a Plex id that nobody else has. */
    public Person settle(String username, String title, Share share) {
        long id = ThreadLocalRandom.current().nextLong(1_000, Long.MAX_VALUE);
        return keep(new Person(id, username, title, share, "token-" + id));
    }

    public void share(Person person, Share share) {
        keep(new Person(person.id(), person.username(), person.title(), share, person.token()));
    }

    /** Signs all devices of somebody out. */
    public void refuseTokenOf(Person person) {
        keep(new Person(person.id(), person.username(), person.title(), share(person), "another-" + person.id()));
    }

    /** Somebody signs in on a page of Plex. */
    public void claim(String code, Person person) {
        long id = pins.entrySet().stream()
                .filter(pin -> pin.getValue().code().equals(code))
                .findFirst()
                .orElseThrow()
                .getKey();
        pins.computeIfPresent(id, (same, pin) -> new Pin(pin.code(), pin.client(), person.token()));
    }

    /** All PINs are gone, as after their time. */
    public void forgetPins() {
        pins.clear();
    }

    public void givePinsALifeOf(long seconds) {
        pinLife = seconds;
    }

    /** From now on, whoever asks for a path that begins so gets this. */
    public void lie(String path, int status, String type, String body) {
        lies.put(path, new Answer(status, type, body.getBytes(StandardCharsets.UTF_8), null, false));
    }

    public void redirect(String path, URI location) {
        lies.put(path, new Answer(302, JSON, new byte[0], location, false));
    }

    public void hang(String path) {
        lies.put(path, new Answer(200, JSON, new byte[0], null, true));
    }

    /** All is well again, and nobody lives anywhere. */
    public void behave() {
        lies.clear();
        people.clear();
        pinLife = 1_800;
        hanging.countDown();
        hanging = new CountDownLatch(1);
    }

    /** It tells the truth again. */
    public void stopLying() {
        lies.clear();
        hanging.countDown();
        hanging = new CountDownLatch(1);
    }

    public List<Asked> asked() {
        return List.copyOf(asked);
    }

    private Person keep(Person person) {
        people.put(person.id(), person);
        return person;
    }

    private Share share(Person person) {
        return Objects.requireNonNull(people.get(person.id())).share();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        asked.add(new Asked(exchange.getRequestURI().toString(), exchange.getRequestHeaders()));
        Answer answer = lies.entrySet().stream()
                .filter(lie -> path.startsWith(lie.getKey()))
                .findFirst()
                .map(Map.Entry::getValue)
                .orElseGet(() -> truth(exchange, path));
        if (answer.hangs()) {
            try {
                hanging.await();
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
            }
        }
        exchange.getResponseHeaders().add("Content-Type", answer.type());
        if (answer.location() != null) {
            exchange.getResponseHeaders().add("Location", answer.location().toString());
        }
        exchange.sendResponseHeaders(answer.status(), answer.body().length == 0 ? -1 : answer.body().length);
        exchange.getResponseBody().write(answer.body());
        exchange.close();
    }

    private Answer truth(HttpExchange exchange, String path) {
        String client = exchange.getRequestHeaders().getFirst("X-Plex-Client-Identifier");
        if (client == null) {
            return json(400, "{\"errors\":[{\"code\":1000,\"message\":\"X-Plex-Client-Identifier is missing\"}]}");
        }
        if (path.equals("/api/v2/pins")) {
            return newPin(client, "strong=true".equals(exchange.getRequestURI().getQuery()));
        }
        if (path.startsWith("/api/v2/pins/")) {
            return pin(Long.parseLong(path.substring("/api/v2/pins/".length())), client);
        }
        String token = exchange.getRequestHeaders().getFirst("X-Plex-Token");
        return people.values().stream()
                .filter(person -> person.token().equals(token))
                .findFirst()
                .map(person -> account(path, person))
                .orElseGet(
                        () -> json(
                                401,
                                "{\"errors\":[{\"code\":1001,\"message\":\"User could not be authenticated\",\"status\":401}]}"));
    }

    private Answer account(String path, Person person) {
        return switch (path) {
            case "/api/v2/user" -> json(200, user(person));
            case "/api/v2/resources" -> json(200, resources(person));
            case "/api/users" ->
                new Answer(200, "application/xml", users().getBytes(StandardCharsets.UTF_8), null, false);
            default -> json(404, "{\"errors\":[{\"code\":404,\"message\":\"Not found\"}]}");
        };
    }

    private Answer newPin(String client, boolean strong) {
        long id = nextPin.incrementAndGet();
        String code = strong
                ? "code" + id + "x".repeat(10)
                : Long.toString(36 * 36 * 36 + id % 1_000_000, 36).toUpperCase(Locale.ROOT);
        pins.put(id, new Pin(code, client, null));
        return json(201, pinJson(id, code, null));
    }

    private Answer pin(long id, String client) {
        Pin pin = pins.get(id);
        return pin == null || !pin.client().equals(client)
                ? json(404, "{\"errors\":[{\"code\":1020,\"message\":\"Code not found or expired\"}]}")
                : json(200, pinJson(id, pin.code(), pin.token()));
    }

    private String pinJson(long id, String code, @Nullable String token) {
        return """
                {"id":%d,"code":"%s","product":"MediaNest","trusted":false,"expiresIn":%d,"authToken":%s,"newRegistration":null}""".formatted(id, code, pinLife, token == null ? "null" : "\"" + token + "\"");
    }

    private static String user(Person person) {
        return """
                {"id":%d,"uuid":"u","username":"%s","title":"%s","email":"admin@example.org","friendlyName":"%s","authToken":"%s"}""".formatted(person.id(), person.username(), person.title(), person.title(), person.token());
    }

    /** A player with the same identifier is no server. */
    private static String resources(Person person) {
        String player = "{\"name\":\"TV\",\"provides\":\"player\",\"clientIdentifier\":\"" + MACHINE + "\"}";
        String other = "{\"name\":\"Other\",\"provides\":\"server\",\"clientIdentifier\":\"other\",\"owned\":true}";
        String server = "{\"name\":\"Cinema\",\"provides\":\"client,server\",\"clientIdentifier\":\"%s\",\"owned\":%s}"
                .formatted(MACHINE, person.share() == Share.OWNER);
        boolean mayUse = person.share() == Share.OWNER || person.share() == Share.ACCEPTED;
        return "[" + player + "," + other + (mayUse ? "," + server : "") + "]";
    }

    private String users() {
        return people.values().stream()
                .filter(person -> person.share() == Share.ACCEPTED || person.share() == Share.PENDING)
                .map(person -> """
                        <User id="%d" title="%s" username="%s" email="" thumb="https://plex.tv/users/%d/avatar">
                          <Server id="1" serverId="1" machineIdentifier="%s" name="Cinema" owned="0" pending="%d"/>
                        </User>""".formatted(
                                person.id(),
                                person.title(),
                                person.username(),
                                person.id(),
                                MACHINE,
                                person.share() == Share.PENDING ? 1 : 0))
                .collect(Collectors.joining(
                        "\n", "<MediaContainer machineIdentifier=\"" + MACHINE + "\">", "</MediaContainer>"));
    }

    private static Answer json(int status, String body) {
        return new Answer(status, JSON, body.getBytes(StandardCharsets.UTF_8), null, false);
    }

    @Override
    public void close() {
        hanging.countDown();
        server.stop(0);
    }
}
