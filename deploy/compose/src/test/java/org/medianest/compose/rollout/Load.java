package org.medianest.compose.rollout;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import org.medianest.local.process.Pause;
import org.medianest.local.visit.Json;

/** People who click, with kept connections; each request comes from another address, so that nginx tells nobody off for being too fast. */
final class Load implements AutoCloseable {
    private static final List<String> LOOKS =
            List.of("/api/v1/auth/me", "/api/v1/downloads?limit=5", "/api/v1/requests?limit=5", "/api/v1/status");
    private static final int LOOKS_TO_A_WISH = 100;
    private static final Duration PAUSE = Duration.ofMillis(11);

    private final String base;
    private final String cookie;
    private final SlowSite site;
    private final List<Thread> people = new ArrayList<>();
    private final LongAdder answered = new LongAdder();
    private final LongAdder repeated = new LongAdder();
    private final AtomicInteger wishes = new AtomicInteger();
    private final AtomicInteger requests = new AtomicInteger();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private final Queue<String> wished = new ConcurrentLinkedQueue<>();
    private final CountDownLatch end = new CountDownLatch(1);

    Load(String base, String cookie, SlowSite site) {
        this.base = base;
        this.cookie = cookie;
        this.site = site;
    }

    void start(int count) throws IOException {
        for (int i = 1; i <= count; i++) {
            HttpClient client = HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .localAddress(InetAddress.getByName("127.0.1." + i))
                    .build();
            int offset = i;
            people.add(Thread.ofVirtual().name("person-" + i).start(() -> click(client, offset)));
        }
    }

    long answered() {
        return answered.sum();
    }

    /** How often a POST was sent once more because nginx had closed the kept connection that it was sent on. */
    long repeated() {
        return repeated.sum();
    }

    List<String> failures() {
        return List.copyOf(failures);
    }

    /** The ids of the downloads that were accepted. */
    List<String> wished() {
        return List.copyOf(wished);
    }

    void stop() throws InterruptedException {
        end.countDown();
        for (Thread person : people) {
            person.join();
        }
    }

    private void click(HttpClient client, int offset) {
        try (client) {
            for (int i = offset; end.getCount() > 0; i++) {
                if (i % LOOKS_TO_A_WISH == 0) {
                    wish(client);
                } else {
                    look(client, LOOKS.get(i % LOOKS.size()));
                }
                Pause.of(PAUSE);
            }
        }
    }

    private void look(HttpClient client, String path) {
        try {
            check("GET " + path, 200, client.send(request(path).GET().build(), HttpResponse.BodyHandlers.ofString()));
        } catch (IOException broken) {
            failures.add("GET " + path + ": " + broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** A browser sends again what it sent on a kept connection that turns out to be closed; this one may be sure, by the key. */
    private void wish(HttpClient client) {
        HttpRequest request = request("/api/v1/downloads")
                .header("Content-Type", "application/json")
                .header("Origin", base)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(HttpRequest.BodyPublishers.ofString(Json.object()
                        .put("url", site.nothing(wishes.incrementAndGet()))
                        .put("quality", "BEST")
                        .write()))
                .build();
        try {
            check("POST", 202, sent(client, request))
                    .ifPresent(answer -> Json.text(answer, "id").ifPresent(wished::add));
        } catch (IOException broken) {
            failures.add("POST: " + broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private HttpResponse<String> sent(HttpClient client, HttpRequest request) throws IOException, InterruptedException {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException closed) {
            repeated.increment();
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }

    private Optional<String> check(String what, int expected, HttpResponse<String> answer) {
        if (answer.statusCode() == expected) {
            answered.increment();
            return Optional.of(answer.body());
        }
        failures.add(what + ": " + answer.statusCode() + " " + answer.body());
        return Optional.empty();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path))
                .timeout(Duration.ofSeconds(60))
                .header("Cookie", cookie)
                .header("X-Forwarded-For", "10.%d.7.1".formatted(requests.incrementAndGet() % 250));
    }

    @Override
    public void close() throws InterruptedException {
        stop();
    }
}
