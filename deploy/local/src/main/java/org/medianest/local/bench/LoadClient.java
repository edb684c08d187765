package org.medianest.local.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.medianest.local.place.Refusal;
import org.medianest.local.process.Programs;

/** Asks one address as often as it answers for some seconds: with wrk where there is one, else with Java. */
record LoadClient(Optional<Path> wrk, Duration duration) {
    static final int CONNECTIONS = 32;
    private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([0-9.]+)");

    static LoadClient ofThisMachine(Duration duration) {
        return new LoadClient(Programs.SYSTEM.find("wrk"), duration);
    }

    String name() {
        return wrk.isPresent() ? "wrk" : "java.net.http";
    }

    /** Answers per second; any answer that is no success spoils the measurement. */
    double rate(String url, String header) throws IOException {
        try {
            return wrk.isPresent() ? byWrk(wrk.get(), url, header) : byJava(url, header);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        }
    }

    private double byWrk(Path program, String url, String header) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        program.toString(),
                        "--threads",
                        "1",
                        "--connections",
                        Integer.toString(CONNECTIONS),
                        "--duration",
                        duration.toSeconds() + "s",
                        "--header",
                        header,
                        url)
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Matcher rate = RATE.matcher(output);
        if (process.waitFor() != 0 || !rate.find() || output.contains("Non-2xx") || output.contains("Socket errors")) {
            throw new Refusal("The load on %s did not go well:%n%s".formatted(url, output));
        }
        return Double.parseDouble(rate.group(1));
    }

    private double byJava(String url, String header) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .header(header.substring(0, header.indexOf(':')), header.substring(header.indexOf(':') + 2))
                .build();
        LongAdder answers = new LongAdder();
        long end = System.nanoTime() + duration.toNanos();
        try (HttpClient client = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .build();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> loops = new ArrayList<>();
            for (int i = 0; i < CONNECTIONS; i++) {
                loops.add(threads.submit(() -> askUntil(end, client, request, answers)));
            }
            for (Future<?> loop : loops) {
                loop.get();
            }
        } catch (java.util.concurrent.ExecutionException e) {
            throw new Refusal("The load on %s did not go well: %s".formatted(url, e.getCause()));
        }
        return answers.sum() * 1e9 / duration.toNanos();
    }

    private static Void askUntil(long end, HttpClient client, HttpRequest request, LongAdder answers)
            throws IOException, InterruptedException {
        while (System.nanoTime() - end < 0) {
            int status =
                    client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            if (status != 200) {
                throw new IOException("answered " + status);
            }
            answers.increment();
        }
        return null;
    }
}
