package org.medianest.media.request;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.medianest.commons.database.Database;
import org.medianest.commons.database.Transaction;
import org.medianest.commons.id.Uuid7;
import org.medianest.commons.idempotency.IdempotencyKeys;
import org.medianest.media.catalogue.Catalogue;
import org.medianest.media.catalogue.MediaType;
import org.medianest.media.catalogue.TitleFacts;
import org.medianest.media.catalogue.TitleId;

/** How a wish becomes a request, or joins one that is there. */
@ApplicationScoped
class Asking {
    private final Catalogue catalogue;
    private final Standings standings;
    private final Database database;
    private final RequestStore store;
    private final FollowerStore followers;
    private final Quotas quotas;
    private final IdempotencyKeys keys;
    private final Steps steps;

    Asking(
            Catalogue catalogue,
            Standings standings,
            Database database,
            RequestStore store,
            FollowerStore followers,
            Quotas quotas,
            IdempotencyKeys keys,
            Steps steps) {
        this.catalogue = catalogue;
        this.standings = standings;
        this.database = database;
        this.store = store;
        this.followers = followers;
        this.quotas = quotas;
        this.keys = keys;
        this.steps = steps;
    }

    /**
     * The request that a wish led to.
     *
     * @param isNew whether it is this person's wish, or else one that was there
     */
    record Asked(UUID request, boolean isNew) {}

    /** What others know is asked before the transaction, which must not wait for them. */
    Uni<Asked> ask(Viewer viewer, NewRequest wish, @Nullable String key) {
        TitleId id = wish.title();
        return catalogue
                .title(id)
                .map(found -> found.orElseThrow(() -> unknown(id)))
                .chain(facts -> wanted(wish, facts))
                .chain(wanted -> database.inTransaction(transaction ->
                        once(transaction, viewer, wish, key, fresh -> ask(transaction, viewer, wish, wanted, fresh))));
    }

    private Uni<Wanted> wanted(NewRequest wish, TitleFacts facts) {
        return standings.presence(List.of(facts.id())).map(presence -> Wanted.of(wish, facts, presence));
    }

    private Uni<Asked> once(
            Transaction transaction,
            Viewer viewer,
            NewRequest wish,
            @Nullable String key,
            Function<UUID, Uni<Asked>> ask) {
        UUID fresh = Uuid7.next();
        if (key == null) {
            return ask.apply(fresh);
        }
        return keys.take(transaction, viewer.id(), key, wish.toString(), fresh)
                .chain(known -> known.equals(fresh)
                        ? ask.apply(fresh).call(asked -> keys.settle(transaction, viewer.id(), key, asked.request()))
                        : repeated(transaction, viewer, known));
    }

    private Uni<Asked> repeated(Transaction transaction, Viewer viewer, UUID known) {
        return store.find(transaction, known)
                .map(found -> new Asked(
                        known,
                        found.filter(request -> request.requester.equals(viewer.id()))
                                .isPresent()));
    }

    /** One after the other for a person, whose quota is counted, and for a title, which is wanted once. */
    private Uni<Asked> ask(Transaction transaction, Viewer viewer, NewRequest wish, Wanted wanted, UUID fresh) {
        TitleId id = wanted.facts().id();
        return store.lock(transaction, "person " + viewer.id())
                .chain(() -> store.lock(transaction, "title " + id))
                .chain(() -> store.ofTitle(transaction, id, viewer.id()))
                .chain(known -> joinOrCreate(transaction, viewer, wish, wanted, fresh, known));
    }

    private Uni<Asked> joinOrCreate(
            Transaction transaction,
            Viewer viewer,
            NewRequest wish,
            Wanted wanted,
            UUID fresh,
            List<MediaRequest> known) {
        requireMissing(wanted);
        List<MediaRequest> open =
                known.stream().filter(request -> request.state.isOpen()).toList();
        List<MediaRequest> overlapping = open.stream().filter(wanted::overlaps).toList();
        List<AskedSeason> free = wanted.free(open);
        if (wanted.isFilm() ? !open.isEmpty() : free.isEmpty()) {
            return join(transaction, viewer, overlapping);
        }
        requireNoReason(wish, wanted, viewer, known);
        // Of a series, some seasons may be wanted already: those are followed.
        return create(transaction, viewer, wish, MediaRequest.of(fresh, viewer, wanted.facts(), free, steps.now()))
                .call(() -> follow(transaction, viewer, overlapping));
    }

    private static void requireMissing(Wanted wanted) {
        if (wanted.isThere()) {
            String what = wanted.isFilm() ? "“%s” is" : "What you ask for of “%s” is";
            throw RequestProblem.ALREADY_AVAILABLE.because(
                    what.formatted(wanted.facts().title())
                            + " in Plex already. Play it there"
                            + (wanted.playUrl() == null ? "." : ": " + wanted.playUrl()));
        }
    }

    /** Who asks again for what was declined learns why, before anybody else has to say it again. */
    private static void requireNoReason(NewRequest wish, Wanted wanted, Viewer viewer, List<MediaRequest> known) {
        known.stream()
                .filter(request ->
                        request.requester.equals(viewer.id()) && !request.state.isOpen() && wanted.overlaps(request))
                .findFirst()
                .filter(last -> last.state == RequestState.DECLINED && !wish.isInsisting())
                .ifPresent(last -> {
                    throw RequestProblem.DECLINED_BEFORE.because(
                            "It was declined on %s: %s Send it with \"again\": true to ask once more."
                                    .formatted(Words.day(last.updatedAt), Words.sentence(String.valueOf(last.reason))));
                });
    }

    private Uni<Asked> join(Transaction transaction, Viewer viewer, List<MediaRequest> overlapping) {
        MediaRequest joined = overlapping.stream()
                .reduce((one, other) -> one.requester.equals(viewer.id()) ? one : other)
                .orElseThrow();
        return follow(transaction, viewer, overlapping).replaceWith(new Asked(joined.id, false));
    }

    private Uni<Void> follow(Transaction transaction, Viewer viewer, List<MediaRequest> others) {
        return others.stream().allMatch(request -> request.requester.equals(viewer.id()))
                ? Uni.createFrom().voidItem()
                : followers.follow(transaction, others.getFirst().titleId, viewer.id(), steps.now());
    }

    private Uni<Asked> create(Transaction transaction, Viewer viewer, NewRequest wish, MediaRequest request) {
        request.note = wish.writtenNote();
        int pieces = request.isFilm() ? 1 : request.seasons.size();
        return quotas.require(transaction, wish.type(), viewer, pieces)
                .chain(() -> store.insert(transaction, request))
                .chain(() -> steps.asked(transaction, request, viewer))
                .chain(() -> viewer.needsNoApproval()
                        ? steps.approve(transaction, request, viewer, "No approval is needed.")
                        : Uni.createFrom().voidItem())
                .replaceWith(new Asked(request.id, true));
    }

    private static RuntimeException unknown(TitleId id) {
        return RequestProblem.TITLE_NOT_FOUND.because("TMDB knows no "
                + (id.type() == MediaType.MOVIE ? "film" : "series") + " " + id.tmdbId() + ". Search for it again.");
    }
}
