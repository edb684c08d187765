package org.medianest.local.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.medianest.local.demo.HomelabProcess;
import org.medianest.local.demo.HomelabProcess.StandIn;
import org.medianest.local.place.Part;
import org.medianest.local.place.Refusal;
import org.medianest.local.process.Pause;
import org.medianest.local.visit.Api;
import org.medianest.local.visit.Json;

/** How long a scan of a large library takes and what memory, and how soon a film that arrives there is seen. */
record LibraryBench(MeasuredNest nest, Api admin, HomelabProcess homelab) {
    private static final String LIBRARY = "/api/v1/media/library";
    private static final String INTEGRATIONS = "/api/v1/media/integrations/";
    private static final int FILMS = 20_000;
    private static final Pattern ITEMS = Pattern.compile("\"items\":(\\d+)");
    /** Of the scenario: a film that the household does not have at first. */
    private static final String ARRIVING = "/api/v1/media/titles/movie/653";

    private static final Duration LOOK_AGAIN = Duration.ofMillis(50);
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final double MIB_ALLOWED = 24;

    void run(Report report) throws IOException {
        report.say("A library of %d films".formatted(FILMS));
        connect();
        double before = nest.memory(Part.MEDIA);
        scenario("library-grows-large");
        long begin = System.nanoTime();
        admin.post(LIBRARY + "/scan", Json.object());
        double most = awaitAll(before);
        double seconds = (System.nanoTime() - begin) / 1e9;
        double arrival = arrival();
        report.add(
                "library",
                Json.object()
                        .put("films", FILMS)
                        .put("scanSeconds", seconds)
                        .put("mediaMiBBefore", before)
                        .put("mediaMiBMost", most)
                        .put("arrivalSeconds", arrival));
        report.row("scan of %d films".formatted(FILMS), "%.1f s".formatted(seconds), "60 s");
        report.row(
                "memory of media-request-service meanwhile",
                String.format(Locale.ROOT, "%.0f MiB, %.0f MiB at most", before, most),
                "at most %.0f MiB more".formatted(MIB_ALLOWED));
        report.row("film that arrives in Plex is seen after", "%.2f s".formatted(arrival), "5 s");
    }

    private void connect() throws IOException {
        admin.put(INTEGRATIONS + "tmdb", Json.object().put("secret", "0123456789abcdef0123456789abcdef"));
        admin.put(
                INTEGRATIONS + "plex",
                Json.object()
                        .put("url", homelab.url(StandIn.PLEX))
                        .put("secret", "owner-token")
                        .put("options", Json.object().put("sections", Json.texts(List.of("1", "2")))));
        await(() -> admin.get(LIBRARY).contains("\"UP_TO_DATE\""));
    }

    /** @return the most memory that was seen */
    private double awaitAll(double before) throws IOException {
        double[] most = {before};
        await(() -> {
            most[0] = Math.max(most[0], nest.memory(Part.MEDIA));
            String library = admin.get(LIBRARY);
            return library.contains("\"UP_TO_DATE\"") && items(library) >= FILMS;
        });
        return most[0];
    }

    private double arrival() throws IOException {
        if (isThere()) {
            throw new Refusal("The film that is to arrive is there already.");
        }
        long begin = System.nanoTime();
        scenario("film-arrives");
        await(this::isThere);
        return (System.nanoTime() - begin) / 1e9;
    }

    private boolean isThere() throws IOException {
        return admin.get(ARRIVING).contains("\"AVAILABLE\"");
    }

    private void scenario(String name) throws IOException {
        try (Api control = new Api(homelab.portOf(StandIn.CONTROL))) {
            control.post("/control/scenarios/" + name, Json.object());
        }
    }

    private static int items(String library) {
        return ITEMS.matcher(library)
                .results()
                .mapToInt(found -> Integer.parseInt(found.group(1)))
                .findFirst()
                .orElse(0);
    }

    private interface Hope {
        boolean isTrue() throws IOException;
    }

    private static void await(Hope hope) throws IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!hope.isTrue()) {
            if (System.nanoTime() - end > 0) {
                throw new Refusal("The library takes too long.");
            }
            Pause.of(LOOK_AGAIN);
        }
    }
}
