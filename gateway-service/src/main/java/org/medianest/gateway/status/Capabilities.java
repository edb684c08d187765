package org.medianest.gateway.status;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.medianest.commons.database.Outage;
import org.medianest.gateway.backend.Backend;
import org.medianest.gateway.backend.Backends;
import org.medianest.gateway.probe.Systems;
import org.medianest.gateway.watch.Board;
import org.medianest.gateway.watch.Watched;

/**
 * What is possible at the moment. Something that nobody has looked at yet is taken to work. Without Postgres, what was known last
 * counts; a service whose circuit is open is away in any case.
 */
@ApplicationScoped
class Capabilities {
    private static final Logger LOG = Logger.getLogger(Capabilities.class);

    private final Board board;
    private final Map<String, Backend> backends;
    private volatile Map<String, Watched> last = Map.of();

    Capabilities(Board board, Backends backends) {
        this.board = board;
        this.backends = Map.of("auth", backends.auth(), "media", backends.media(), "downloads", backends.downloads());
    }

    Uni<Map<String, Capability>> now() {
        return board.services()
                .map(all -> all.stream().collect(Collectors.toMap(Watched::id, Function.identity())))
                .invoke(known -> last = known)
                .map(known -> of(known, Capability.AVAILABLE))
                .onFailure(Outage::isOutage)
                .recoverWithItem(away -> {
                    LOG.debugf("postgres does not answer what=capabilities cause=%s", away.getMessage());
                    return of(last, Capability.missing("The status cannot be read at the moment."));
                });
    }

    private Map<String, Capability> of(Map<String, Watched> known, Capability status) {
        Map<String, Capability> all = new LinkedHashMap<>();
        all.put("search", first(service("media", known), system("tmdb", "TMDB is not connected yet.", known)));
        all.put("request", first(service("media", known)));
        all.put("play", first(system("plex", "No Plex server is connected yet.", known)));
        all.put("download", first(service("downloads", known)));
        all.put(
                "signInWithPlex",
                first(service("auth", known), system(Systems.PLEX_TV, "No Plex server is connected yet.", known)));
        all.put("status", status);
        return all;
    }

    private static Capability first(@Nullable Capability... missing) {
        return Stream.of(missing).filter(Objects::nonNull).findFirst().orElse(Capability.AVAILABLE);
    }

    /** What is missing, if it is. */
    private @Nullable Capability service(String id, Map<String, Watched> known) {
        Watched watched = known.get(id);
        if (watched != null && watched.state().isAway()) {
            return Capability.without(watched);
        }
        Backend backend = backends.get(id);
        return backend == null || backend.isTrusted()
                ? null
                : Capability.missing("This part of the house does not answer at the moment.");
    }

    private static @Nullable Capability system(String id, String unless, Map<String, Watched> known) {
        Watched watched = known.get(id);
        if (watched == null) {
            return Capability.missing(unless);
        }
        return watched.state().isAway() ? Capability.without(watched) : null;
    }
}
