package org.medianest.gateway.probe;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.medianest.gateway.backend.BackendConfig;
import org.medianest.gateway.probe.HttpProbe.Finding;
import org.medianest.gateway.watch.Beat;
import org.medianest.gateway.watch.Subject;
import org.medianest.gateway.watch.WatchKind;
import org.medianest.gateway.watch.WatchState;
import org.medianest.gateway.watch.Watched;

/** Looks at the services and systems, each when it is due. Two failures in a row make it down, one answer makes it up. */
@ApplicationScoped
public class Probes {
    /** A beat stands for the time since the one before, if that is not longer ago. */
    private static final Duration LONGEST_COVER = Duration.ofMinutes(1);

    private static final String GATEWAY = "gateway";

    private final HttpProbe probe;
    private final Duration interval;
    private final URI plexTv;
    private final Map<String, List<URI>> services;
    private final Map<String, Course> courses = new ConcurrentHashMap<>();

    Probes(Vertx vertx, StatusConfig config, BackendConfig backends) {
        this.probe = new HttpProbe(vertx, config.timeout());
        this.interval = config.interval();
        this.plexTv = config.plexTv().resolve("/api/v2/ping");
        // what a stranger may ask, and costs the service nothing: it refuses, or tells what everybody may know
        this.services = Map.of(
                "auth", at(backends.auth(), "/.well-known/jwks.json"),
                "media", at(backends.media(), "/api/v1/media/genres"),
                "downloads", at(backends.downloads(), "/api/v1/downloads"));
    }

    private static List<URI> at(List<URI> replicas, String path) {
        return replicas.stream().map(replica -> replica.resolve(path)).toList();
    }

    /** How the looks at one thing went so far. */
    private record Course(Instant due, int failures) {}

    /** The services of the house, which are always watched. */
    public static List<Subject> house() {
        return List.of(
                new Subject(GATEWAY, WatchKind.SERVICE, "MediaNest", null, null),
                new Subject("auth", WatchKind.SERVICE, "Sign-in and people", null, null),
                new Subject("media", WatchKind.SERVICE, "Films, series and requests", null, null),
                new Subject("downloads", WatchKind.SERVICE, "Downloads", null, null));
    }

    /** Forgets how it went: who begins to lead knows nothing of what another saw. */
    public void beginAnew() {
        courses.clear();
    }

    /** Looks at what is due. */
    public Uni<List<Beat>> look(List<Watched> all, Instant now) {
        courses.keySet().retainAll(all.stream().map(Watched::id).toList());
        List<Uni<Optional<Beat>>> looks = new ArrayList<>();
        for (Watched it : all) {
            Course course = courses.get(it.id());
            if (course == null || !now.isBefore(course.due())) {
                looks.add(look(it, course == null ? 0 : course.failures(), now));
            }
        }
        return looks.isEmpty()
                ? Uni.createFrom().item(List.of())
                : Uni.join()
                        .all(looks)
                        .andFailFast()
                        .map(found -> found.stream().flatMap(Optional::stream).toList());
    }

    private Uni<Optional<Beat>> look(Watched it, int failuresBefore, Instant now) {
        if (it.id().equals(GATEWAY)) {
            courses.put(it.id(), new Course(now.plus(interval), 0));
            return Uni.createFrom().item(Optional.of(new Beat(it.id(), now, WatchState.UP, null, null, LONGEST_COVER)));
        }
        List<URI> urls = addressesOf(it);
        if (urls.isEmpty()) {
            return Uni.createFrom().item(Optional.empty());
        }
        return Uni.createFrom()
                .completionStage(() -> look(urls, 0).toCompletionStage())
                .map(finding -> judge(it, finding, failuresBefore, now));
    }

    /** One replica that answers is enough. */
    private Future<Finding> look(List<URI> urls, int number) {
        return probe.look(urls.get(number))
                .compose(finding -> finding instanceof Finding.Silent && number + 1 < urls.size()
                        ? look(urls, number + 1)
                        : Future.succeededFuture(finding));
    }

    private List<URI> addressesOf(Watched it) {
        if (it.id().equals(Systems.PLEX_TV)) {
            return List.of(plexTv);
        }
        return it.kind() == WatchKind.SERVICE
                ? services.getOrDefault(it.id(), List.of())
                : Optional.ofNullable(it.probeUrl()).stream().toList();
    }

    /** The first failure says nothing yet, but is looked into at the next chance. */
    private Optional<Beat> judge(Watched it, Finding finding, int failuresBefore, Instant now) {
        return switch (finding) {
            case Finding.Answers answers -> {
                courses.put(it.id(), new Course(now.plus(interval), 0));
                yield Optional.of(new Beat(it.id(), now, WatchState.UP, null, answers.ms(), LONGEST_COVER));
            }
            case Finding.Silent silent -> {
                int failures = failuresBefore + 1;
                courses.put(it.id(), new Course(failures < 2 ? now : now.plus(interval), failures));
                yield failures < 2
                        ? Optional.empty()
                        : Optional.of(new Beat(it.id(), now, WatchState.DOWN, silent.why(), null, LONGEST_COVER));
            }
        };
    }
}
