package org.medianest.local.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.medianest.local.place.Refusal;
import org.medianest.local.visit.Api;
import org.medianest.local.visit.Json;

/** Lists of requests by filter and sort, their counts, and the search with their state joined, in a household and in a crowd. */
record ListBench(Crowd crowd, Api admin, TimedClient client) {
    /** Some thousand requests: services that have just started answer half as fast. */
    private static final Duration WARM_UP = Duration.ofSeconds(15);

    private static final Duration LOAD = Duration.ofSeconds(3);
    private static final Duration PACED = Duration.ofSeconds(10);
    private static final int PACE = 200;
    private static final String LIST = "/api/v1/requests?scope=ALL&limit=20";
    private static final int PAGES_DOWN = 40;

    void run(Report report) throws IOException {
        of("household", 10, 500, 92, 5, report);
        of("crowd", 5_000, 100_000, 7.4, 20, report);
    }

    /**
     * @param seerr lists of 20 a second that Seerr gave with as many requests, on such a machine
     * @param times as many as it we want to give
     */
    private void of(String name, int people, int requests, double seerr, int times, Report report) throws IOException {
        report.say("%d requests of %d people".formatted(requests, people));
        crowd.moveIn(people, requests);
        Json.Object figures = Json.object().put("people", people).put("requests", requests);
        client.saturated(LIST, WARM_UP);
        for (Map.Entry<String, String> path : paths().entrySet()) {
            Latencies took = client.saturated(path.getValue(), LOAD);
            figures.put(path.getKey(), took.json());
            boolean isTheList = path.getValue().equals(LIST);
            report.row(
                    "%d requests: %s".formatted(requests, path.getKey()),
                    took.text(),
                    isTheList ? String.format(Locale.ROOT, "%d x %.1f/s = %.0f/s", times, seerr, times * seerr) : "");
        }
        Latencies paced = client.paced(LIST, PACE, PACED);
        figures.put("paced", paced.json());
        report.row("%d requests: newest, %d asked for a second".formatted(requests, PACE), paced.text(), "p99 15 ms");
        report.add(name, figures);
    }

    private Map<String, String> paths() throws IOException {
        Map<String, String> paths = new LinkedHashMap<>();
        paths.put("newest", LIST);
        paths.put("newest, 100 of them", "/api/v1/requests?scope=ALL&limit=100");
        paths.put("newest, far down", LIST + "&cursor=" + farDown());
        paths.put("latest news", LIST + "&sort=UPDATED");
        paths.put("oldest series", LIST + "&sort=OLDEST&type=SERIES");
        paths.put("waiting for a decision", LIST + "&state=PENDING");
        paths.put("films that arrived, latest news", LIST + "&state=AVAILABLE&type=MOVIE&sort=UPDATED");
        paths.put("counts by state", "/api/v1/requests/counts?scope=ALL");
        paths.put("search with state joined", "/api/v1/media/search?query=night&page=1");
        return paths;
    }

    /** Where the list goes on after some pages, as far as there are any. */
    private String farDown() throws IOException {
        String cursor = next(admin.get(LIST));
        for (int page = 1; page < PAGES_DOWN; page++) {
            String answer = admin.get(LIST + "&cursor=" + cursor);
            if (Json.text(answer, "nextCursor").isEmpty()) {
                break;
            }
            cursor = next(answer);
        }
        return cursor;
    }

    private static String next(String page) {
        return Json.text(page, "nextCursor").orElseThrow(() -> new Refusal("The list has one page only: " + page));
    }
}
