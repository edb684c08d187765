package org.medianest.media.request;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.medianest.media.catalogue.TitleId;
import org.medianest.media.integration.Integrations;
import org.medianest.media.library.Library;

/** How titles stand: what Plex has of them, who asked for them, and how far that has come. */
@ApplicationScoped
public class Standings {
    private final StandingStore store;
    private final Library library;
    private final Integrations integrations;

    Standings(StandingStore store, Library library, Integrations integrations) {
        this.store = store;
        this.library = library;
        this.integrations = integrations;
    }

    /** One for each of the titles. */
    public Uni<Map<TitleId, Standing>> of(Collection<TitleId> ids, UUID caller) {
        if (ids.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return Uni.combine()
                .all()
                .unis(store.of(ids, caller), presence(ids))
                .with((known, presence) -> all(ids, caller, known, presence));
    }

    /** The seasons of a series that somebody waits for, and how far each has come. */
    public Uni<Map<Integer, TitleState>> seasons(int tmdbId) {
        return store.openOfSeries(tmdbId).map(requests -> {
            Map<Integer, TitleState> seasons = new TreeMap<>();
            for (MediaRequest request : requests) {
                for (AskedSeason season : request.seasons) {
                    seasons.put(season.number(), stateOf(request, season));
                }
            }
            return seasons;
        });
    }

    private static TitleState stateOf(MediaRequest request, AskedSeason season) {
        if (season.isComplete()) {
            return TitleState.AVAILABLE;
        }
        return request.state == RequestState.PARTIALLY_AVAILABLE && season.arrived() == 0
                ? Optional.ofNullable(request.stage).orElse(TitleState.SEARCHING)
                : request.titleState();
    }

    Uni<Presence> presence(Collection<TitleId> ids) {
        return Uni.combine()
                .all()
                .unis(library.standings(ids), integrations.machineIdentifier())
                .with(Presence::new);
    }

    /** Of one request, whatever else there is of its title. */
    static Standing of(SeenRequest seen, Viewer viewer, Presence presence) {
        MediaRequest request = seen.request();
        boolean removed = request.state == RequestState.AVAILABLE && presence.isGone(request.titleId);
        TitleState state = removed ? TitleState.REMOVED : request.titleState();
        return standing(seen, state, viewer.id(), true, presence.playUrl(request.titleId));
    }

    private static Map<TitleId, Standing> all(
            Collection<TitleId> ids, UUID caller, List<StandingStore.Known> known, Presence presence) {
        Map<TitleId, Standing> all = new HashMap<>();
        known.forEach(one -> all.put(one.title(), of(one, caller, presence)));
        ids.forEach(id -> all.computeIfAbsent(
                id, missing -> of(new StandingStore.Known(missing, null, 0, false), caller, presence)));
        return all;
    }

    private static Standing of(StandingStore.Known known, UUID caller, Presence presence) {
        TitleId title = known.title();
        MediaRequest request = known.request();
        TitleState state = state(title, request, presence);
        String playUrl = presence.playUrl(title);
        if (request == null || !isAbout(request, state)) {
            return new Standing(
                    state, null, null, null, null, false, known.following(), known.followers(), playUrl, null);
        }
        boolean mine = request.requester.equals(caller);
        SeenRequest seen = new SeenRequest(request, request.requesterName, null, known.followers(), known.following());
        return standing(seen, state, caller, mine || known.following(), playUrl);
    }

    /** What Plex has for certain goes before what somebody waits for, and that before what once was. */
    private static TitleState state(TitleId title, @Nullable MediaRequest request, Presence presence) {
        if (presence.isComplete(title)) {
            return TitleState.AVAILABLE;
        }
        if (request != null && request.state.isOpen()) {
            return request.titleState();
        }
        if (presence.isThere(title)) {
            return TitleState.PARTLY_AVAILABLE;
        }
        if (request != null && request.state != RequestState.AVAILABLE) {
            return request.titleState();
        }
        return presence.isGone(title) ? TitleState.REMOVED : TitleState.NOT_REQUESTED;
    }

    private static boolean isAbout(MediaRequest request, TitleState state) {
        return state == request.titleState() || request.state.isOpen();
    }

    private static Standing standing(
            SeenRequest seen, TitleState state, UUID caller, boolean showsId, @Nullable String playUrl) {
        MediaRequest request = seen.request();
        boolean mine = request.requester.equals(caller);
        return new Standing(
                state,
                request.percent,
                request.etaSeconds,
                request.reason,
                showsId ? request.id : null,
                mine,
                seen.following(),
                seen.followers(),
                playUrl,
                request.expected == null ? request.releaseDate : request.expected);
    }
}
