package org.medianest.auth.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import org.medianest.homelab.Homelab;
import org.medianest.homelab.fault.Fault;
import org.medianest.homelab.fault.Faults;
import org.medianest.homelab.system.Keys;
import org.medianest.homelab.system.SystemName;
import org.medianest.homelab.world.Person;
import org.medianest.homelab.world.Person.Share;

/** The homelab's plex.tv, and somebody before its door who can answer in its place and listens to what is asked. */
public final class LyingPlexTv implements AutoCloseable {
    public static final String MACHINE = Keys.MACHINE;

    private static final List<String> PASSED =
            List.of("Accept", "X-Plex-Client-Identifier", "X-Plex-Product", "X-Plex-Token");
    private static final Duration LONGER_THAN_A_PIN_LIVES = Duration.ofHours(1);

    private final Homelab homelab;
    private final HttpServer door;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Map<String, Lie> lies = new ConcurrentHashMap<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();

    LyingPlexTv(Homelab homelab) {
        this.homelab = homelab;
        try {
            door = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        door.setExecutor(threads);
        door.createContext("/", this::answer);
        door.start();
    }

    /** A question as it came. */
    public record Asked(String target, String clientIdentifier) {}

    private record Lie(int status, String type, String body, Optional<URI> location) {}

    public URI url() {
        return URI.create("http://127.0.0.1:" + door.getAddress().getPort());
    }

    /** Somebody new, with a Plex id that nobody else has; who owns the server takes it over. */
    public Person settle(String username, String title, Share share) {
        if (share == Share.OWNER) {
            homelab.world().people().remove(homelab.world().people().owner().name());
        }
        long id = ThreadLocalRandom.current().nextLong(10_000, Long.MAX_VALUE);
        boolean managed = username.isEmpty();
        Person person = new Person(
                id, "uuid-" + id, username, title, "admin@example.org", managed, managed, share, "token-" + id);
        homelab.world().people().add(person);
        return person;
    }

    public void share(Person person, Share share) {
        homelab.world().people().share(person.name(), share);
    }

    /** Something happens in the household, to those who {@linkplain #settle have settled} under the name that it is about. */
    public void play(String scenario) {
        homelab.play(scenario);
    }

    /** Signs all devices of somebody out. */
    public void refuseTokenOf(Person person) {
        homelab.world().people().renewToken(person.name());
    }

    /** Somebody signs in on a page of Plex. */
    public void claim(String code, Person person) {
        if (!homelab.world().pins().claim(code, person.name())) {
            throw new IllegalArgumentException("there is no such code");
        }
    }

    /** All PINs come to the end of their time, at Plex. */
    public void letPinsExpire() {
        homelab.clock().advance(LONGER_THAN_A_PIN_LIVES);
    }

    /** From now on, whoever asks for a path that begins so gets this. */
    public void lie(String path, int status, String type, String body) {
        lies.put(path, new Lie(status, type, body, Optional.empty()));
    }

    public void redirect(String path, URI location) {
        lies.put(path, new Lie(302, "text/html", "", Optional.of(location)));
    }

    /** The homelab's own troubles, where the path begins so. */
    public void suffer(String path, Fault fault) {
        homelab.faults().set(SystemName.PLEX_TV, fault, Faults.Scope.path(path));
    }

    /** It tells the truth again. */
    public void recover() {
        lies.clear();
        homelab.faults().clear();
    }

    /** All is well, and of the homelab's household the owner alone lives there. */
    public void behave() {
        recover();
        homelab.reset();
        homelab.world().people().all().stream()
                .filter(person -> person.share() != Share.OWNER)
                .forEach(person -> homelab.world().people().remove(person.name()));
    }

    public List<Asked> asked() {
        return List.copyOf(asked);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        asked.add(new Asked(
                exchange.getRequestURI().toString(),
                String.valueOf(exchange.getRequestHeaders().getFirst("X-Plex-Client-Identifier"))));
        Optional<Lie> lie = lies.entrySet().stream()
                .filter(told -> path.startsWith(told.getKey()))
                .findFirst()
                .map(Map.Entry::getValue);
        try (exchange) {
            if (lie.isPresent()) {
                lie.get()
                        .location()
                        .ifPresent(location -> exchange.getResponseHeaders().add("Location", location.toString()));
                send(
                        exchange,
                        lie.get().status(),
                        lie.get().type(),
                        lie.get().body().getBytes(StandardCharsets.UTF_8));
            } else {
                pass(exchange);
            }
        }
    }

    /** Where the homelab hangs up, so do we. */
    private void pass(HttpExchange exchange) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(homelab.url(SystemName.PLEX_TV)
                        + exchange.getRequestURI().toString()))
                .method(exchange.getRequestMethod(), BodyPublishers.noBody());
        PASSED.forEach(name -> Optional.ofNullable(exchange.getRequestHeaders().getFirst(name))
                .ifPresent(value -> request.header(name, value)));
        try {
            HttpResponse<byte[]> response = client.send(request.build(), BodyHandlers.ofByteArray());
            send(
                    exchange,
                    response.statusCode(),
                    response.headers().firstValue("Content-Type").orElse("text/plain"),
                    response.body());
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private static void send(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        door.stop(0);
        threads.shutdownNow();
        client.shutdownNow();
        homelab.close();
    }
}
