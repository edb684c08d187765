package org.medianest.media.request;

import static org.medianest.commons.database.Values.moment;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.medianest.commons.database.Database;
import org.medianest.commons.database.Sql;
import org.medianest.commons.database.Transaction;
import org.medianest.media.catalogue.MediaType;

/** How much people may ask for. What was declined or cancelled does not count. */
@ApplicationScoped
public class Quotas {
    static final String USED = """
            select r.created_at, case r.type when 'MOVIE' then 1
                   else (select count(*)::integer from request_season s where s.request = r.id) end as pieces
            from request r
            where r.requester = $1 and r.type = $2 and r.created_at > $3 and r.state not in ('DECLINED', 'CANCELLED')
            order by r.created_at
            """;

    private final RequestConfig config;
    private final Database database;
    private final Clock clock;

    Quotas(RequestConfig config, Database database, Clock clock) {
        this.config = config;
        this.database = database;
        this.clock = clock;
    }

    /** A request that counts, of so many films or seasons. */
    private record Used(Instant at, int pieces) {}

    /** How somebody's quota stands now. */
    public Uni<Quota> of(MediaType type, Viewer viewer) {
        return used(database, type, viewer).map(used -> quota(type, viewer, used));
    }

    /** Fails unless they may ask for so many more. The person is locked, so nobody else counts at the same time. */
    Uni<Void> require(Transaction transaction, MediaType type, Viewer viewer, int wanted) {
        return limit(type, viewer)
                .map(limit -> used(transaction, type, viewer)
                        .invoke(used -> check(type, limit, used, wanted))
                        .replaceWithVoid())
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private Optional<Integer> limit(MediaType type, Viewer viewer) {
        int limit = config.quota().limit(type);
        return viewer.manages() || limit < 0 ? Optional.empty() : Optional.of(limit);
    }

    private Uni<List<Used>> used(Sql sql, MediaType type, Viewer viewer) {
        return sql.list(
                row -> new Used(moment(row, "created_at"), row.getInteger("pieces")),
                USED,
                viewer.id(),
                type,
                clock.instant().minus(window()));
    }

    private Quota quota(MediaType type, Viewer viewer, List<Used> used) {
        int sum = sum(used);
        int days = config.quota().days();
        return limit(type, viewer)
                .map(limit -> new Quota(
                        limit, days, sum, Math.max(0, limit - sum), sum < limit ? null : freeAt(used, limit, 1)))
                .orElseGet(() -> new Quota(null, days, sum, null, null));
    }

    private void check(MediaType type, int limit, List<Used> used, int wanted) {
        int remaining = Math.max(0, limit - sum(used));
        if (wanted > remaining) {
            Instant free = freeAt(used, limit, wanted);
            throw RequestProblem.QUOTA_USED_UP.because("You may ask for %s within %d days, and %s left. %s"
                    .formatted(
                            Words.pieces(type, limit),
                            config.quota().days(),
                            remaining == 0 ? "none is" : remaining + (remaining == 1 ? " is" : " are"),
                            free == null
                                    ? "Ask for less."
                                    : "There is room for this again on " + Words.moment(free) + "."));
        }
    }

    /** When enough of what counts is too old to count; null when never. */
    private @Nullable Instant freeAt(List<Used> used, int limit, int wanted) {
        int left = sum(used);
        for (Used oldest : used) {
            left -= oldest.pieces();
            if (left + wanted <= limit) {
                return oldest.at().plus(window());
            }
        }
        return null;
    }

    private Duration window() {
        return Duration.ofDays(config.quota().days());
    }

    private static int sum(List<Used> used) {
        return used.stream().mapToInt(Used::pieces).sum();
    }
}
