package org.medianest.local.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.medianest.local.place.Refusal;
import org.medianest.local.process.Pause;

/** Asks as somebody who is signed in, and notes how long each answer takes. An answer that is no success spoils the measurement. */
final class TimedClient implements AutoCloseable {
    static final int CONNECTIONS = 16;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String base;
    private final String cookie;

    TimedClient(int port, String cookie) {
        this.base = "http://localhost:" + port;
        this.cookie = cookie;
    }

    /** As often as it is answered, so many at once. */
    Latencies saturated(String path, Duration duration) {
        long end = System.nanoTime() + duration.toNanos();
        return together(CONNECTIONS, caller -> {
            List<Long> took = new ArrayList<>();
            while (System.nanoTime() - end < 0) {
                took.add(ask(path, System.nanoTime()));
            }
            return took;
        });
    }

    /** So often a second, whatever becomes of those before: who waits longer for the server is counted as waiting. */
    Latencies paced(String path, int perSecond, Duration duration) {
        long begin = System.nanoTime();
        int perCaller = Math.toIntExact(perSecond * duration.toSeconds() / CONNECTIONS);
        return together(CONNECTIONS, caller -> {
            List<Long> took = new ArrayList<>();
            for (int i = 0; i < perCaller; i++) {
                long due = begin + 1_000_000_000L * (i * CONNECTIONS + caller) / perSecond;
                Pause.of(Duration.ofNanos(Math.max(0, due - System.nanoTime())));
                took.add(ask(path, due));
            }
            return took;
        });
    }

    private interface Caller {
        List<Long> call(int number) throws IOException, InterruptedException;
    }

    private static Latencies together(int callers, Caller caller) {
        long begin = System.nanoTime();
        List<Long> all = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<List<Long>>> calls = new ArrayList<>();
            for (int i = 0; i < callers; i++) {
                int number = i;
                calls.add(threads.submit(() -> caller.call(number)));
            }
            for (Future<List<Long>> call : calls) {
                all.addAll(call.get());
            }
        } catch (ExecutionException e) {
            throw new Refusal("The load did not go well: " + e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        }
        return new Latencies(
                all.stream().mapToLong(Long::longValue).toArray(), Duration.ofNanos(System.nanoTime() - begin));
    }

    private long ask(String path, long begin) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + path))
                .header("Cookie", cookie)
                .build();
        int status =
                client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        if (status != 200) {
            throw new IOException(path + " answered " + status);
        }
        return System.nanoTime() - begin;
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
