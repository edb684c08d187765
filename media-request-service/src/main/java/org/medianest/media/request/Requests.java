package org.medianest.media.request;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.medianest.commons.database.Database;
import org.medianest.commons.database.Transaction;
import org.medianest.commons.paging.Page;
import org.medianest.commons.paging.PageRequest;
import org.medianest.commons.problem.CommonProblem;
import org.medianest.media.catalogue.TitleId;

/** What people do with requests. What is not theirs to see is absent, not forbidden. */
@ApplicationScoped
public class Requests {
    private final Asking asking;
    private final Steps steps;
    private final RequestStore store;
    private final RequestListStore lists;
    private final FollowerStore followers;
    private final TimelineStore timeline;
    private final Standings standings;
    private final Database database;
    private final Clock clock;

    Requests(
            Asking asking,
            Steps steps,
            RequestStore store,
            RequestListStore lists,
            FollowerStore followers,
            TimelineStore timeline,
            Standings standings,
            Database database,
            Clock clock) {
        this.asking = asking;
        this.steps = steps;
        this.store = store;
        this.lists = lists;
        this.followers = followers;
        this.timeline = timeline;
        this.standings = standings;
        this.database = database;
        this.clock = clock;
    }

    /** What a wish led to. */
    record Answer(RequestView request, boolean isNew) {}

    Uni<Answer> ask(Viewer viewer, NewRequest wish, @Nullable String key) {
        return asking.ask(viewer, wish, key)
                .chain(asked -> find(asked.request(), viewer).map(view -> new Answer(view, asked.isNew())));
    }

    Uni<RequestView> find(UUID id, Viewer viewer) {
        return require(store.seen(id, viewer), id).chain(seen -> view(seen, viewer));
    }

    /** The request that a title stands by for this person, if there is one that they may see. */
    public Uni<Optional<RequestView>> ofTitle(TitleId title, Viewer viewer) {
        return store.newestSeen(title, viewer)
                .chain(found -> found.map(seen -> view(seen, viewer).map(Optional::of))
                        .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
    }

    Uni<RequestPage> list(RequestList list, Viewer viewer, PageRequest<RequestSort.Place> request) {
        requireSight(list.scope(), viewer);
        return lists.page(list, viewer, request).chain(rows -> {
            Page<SeenRequest> page = Page.of(
                    rows,
                    request.limit(),
                    row -> RequestSort.Place.of(row.request()).encoded());
            return views(page, viewer).map(RequestPage::of);
        });
    }

    Uni<RequestCounts> counts(RequestScope scope, Viewer viewer) {
        requireSight(scope, viewer);
        return lists.counts(scope, viewer).map(RequestCounts::of);
    }

    Uni<RequestView> approve(UUID id, Viewer viewer) {
        return command(id, viewer, (transaction, seen) -> steps.approve(transaction, seen.request(), viewer, null));
    }

    Uni<RequestView> decline(UUID id, Viewer viewer, String reason) {
        return command(
                id, viewer, (transaction, seen) -> steps.decline(transaction, seen.request(), viewer, reason.strip()));
    }

    Uni<RequestView> cancel(UUID id, Viewer viewer) {
        return command(id, viewer, (transaction, seen) -> {
            requireOwn(seen, viewer);
            return steps.cancel(transaction, seen.request(), viewer);
        });
    }

    Uni<RequestView> retry(UUID id, Viewer viewer) {
        return command(id, viewer, (transaction, seen) -> {
            requireOwn(seen, viewer);
            return steps.tryAgain(transaction, seen.request(), viewer);
        });
    }

    Uni<Void> follow(TitleId title, Viewer viewer) {
        return followers.follow(database, title, viewer.id(), clock.instant());
    }

    Uni<Void> unfollow(TitleId title, Viewer viewer) {
        return followers.unfollow(database, title, viewer.id());
    }

    /** One step on the locked row: two at once come one after the other, and the second sees what the first has done. */
    private Uni<RequestView> command(UUID id, Viewer viewer, BiFunction<Transaction, SeenRequest, Uni<Void>> step) {
        return database.inTransaction(transaction -> require(store.lockSeen(transaction, id, viewer), id)
                        .call(seen -> step.apply(transaction, seen)))
                .chain(() -> find(id, viewer));
    }

    private Uni<RequestView> view(SeenRequest seen, Viewer viewer) {
        return Uni.combine()
                .all()
                .unis(standings.presence(List.of(seen.request().titleId)), timeline.of(seen.request().id))
                .with((presence, entries) -> RequestView.of(seen, viewer, presence, shown(entries, seen, viewer)));
    }

    /** A note is for those who decide, also where it stands in the timeline. */
    private static List<TimelineEntry> shown(List<TimelineEntry> entries, SeenRequest seen, Viewer viewer) {
        return seen.isOf(viewer) || viewer.seesAll()
                ? entries
                : entries.stream().map(Requests::withoutNote).toList();
    }

    private static TimelineEntry withoutNote(TimelineEntry entry) {
        return entry.kind() == TimelineKind.ASKED
                ? new TimelineEntry(entry.at(), entry.kind(), null, entry.actor())
                : entry;
    }

    private Uni<Page<RequestView>> views(Page<SeenRequest> page, Viewer viewer) {
        List<TitleId> titles = page.items().stream()
                .map(seen -> seen.request().titleId)
                .distinct()
                .toList();
        return standings
                .presence(titles)
                .map(presence -> page.map(seen -> RequestView.of(seen, viewer, presence, null)));
    }

    private static void requireSight(RequestScope scope, Viewer viewer) {
        if (scope == RequestScope.ALL && !viewer.seesAll()) {
            throw CommonProblem.FORBIDDEN.because("You may see your own requests only. Ask with scope=MINE.");
        }
    }

    private static void requireOwn(SeenRequest seen, Viewer viewer) {
        if (!seen.isOf(viewer) && !viewer.manages()) {
            throw CommonProblem.FORBIDDEN.because(
                    "It is the request of somebody else. If you do not want to hear of it, stop following the title.");
        }
    }

    private static Uni<SeenRequest> require(Uni<Optional<SeenRequest>> request, UUID id) {
        return request.map(found ->
                found.orElseThrow(() -> RequestProblem.REQUEST_NOT_FOUND.because("There is no request " + id + ".")));
    }
}
