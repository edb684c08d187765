package org.medianest.gateway.watch;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.medianest.commons.database.Database;
import org.medianest.commons.database.Values;

/** How everything is and was. Each question is answered from sums that were made when the beats came. */
@ApplicationScoped
public class Board {
    /** How many days are shown. */
    public static final int DAYS = 90;

    private static final Duration DAY = Duration.ofDays(1);

    private static final String ALL = "select " + WatchedRow.COLUMNS + ", told_day, told_month," + """
             (select sum(up_ms) from stretch where watched_id = watched.id and begins >= $1)::bigint as up_ms,
             (select sum(down_ms) from stretch where watched_id = watched.id and begins >= $1)::bigint as down_ms
             from watched order by kind desc, name, id
            """;

    private static final String STATES = "select " + WatchedRow.COLUMNS + """
             from watched where kind <> 'MONITOR'
            """;

    private static final String LATEST_DAYS = """
            select watched_id, day, up_ms, down_ms, maintenance_ms, responses, response_ms
            from day where day >= $1 order by watched_id, day
            """;

    private static final String EXISTS = "select 1 as found from watched where id = $1";

    private static final String STRETCHES = """
            select begins as at, up_ms, down_ms, maintenance_ms, responses, response_ms
            from stretch where watched_id = $1 and begins >= $2 order by begins
            """;

    private static final String HOURS = """
            select date_trunc('hour', begins, 'UTC') as at, sum(up_ms)::bigint as up_ms, sum(down_ms)::bigint as down_ms,
                sum(maintenance_ms)::bigint as maintenance_ms, sum(responses)::integer as responses,
                sum(response_ms)::bigint as response_ms
            from stretch where watched_id = $1 and begins >= $2 group by 1 order by 1
            """;

    private static final String DAYS_OF_ONE = """
            select day::timestamp at time zone 'UTC' as at, up_ms, down_ms, maintenance_ms, responses, response_ms
            from day where watched_id = $1 and day >= ($2::timestamptz at time zone 'UTC')::date order by day
            """;

    private static final String CHANGES = """
            select at, state, message from state_change where watched_id = $1 and at >= $2 order by at desc limit 500
            """;

    private final Database database;

    Board(Database database) {
        this.database = database;
    }

    /** How long a history is. */
    public enum Range {
        DAY(STRETCHES, Duration.ofDays(1)),
        WEEK(HOURS, Duration.ofDays(7)),
        MONTH(DAYS_OF_ONE, Duration.ofDays(30));

        private final String points;
        private final Duration length;

        Range(String points, Duration length) {
            this.points = points;
            this.length = length;
        }
    }

    /** @param lastDay how much of the last 24 hours it was up, between 0 and 1 */
    public record Entry(
            Watched watched,
            @Nullable Double lastDay,
            @Nullable Double toldMonth) {}

    /** One of the days, of one thing. */
    public record DayOf(String id, LocalDate day, Tally tally) {}

    public record Point(Instant at, Tally tally) {}

    public record Change(
            Instant at, WatchState state, @Nullable String message) {}

    public record History(List<Point> points, List<Change> changes) {}

    public Uni<List<Entry>> entries(Instant now) {
        return database.list(Board::entry, ALL, now.minus(DAY));
    }

    /** Services and systems only: what decides what is possible. */
    public Uni<List<Watched>> services() {
        return database.list(WatchedRow::read, STATES);
    }

    /** By what they are of, oldest first. */
    public Uni<Map<String, List<DayOf>>> days(Instant now) {
        LocalDate first = LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(DAYS - 1L);
        return database.list(
                        row -> new DayOf(row.getString("watched_id"), row.getLocalDate("day"), tally(row)),
                        LATEST_DAYS,
                        first)
                .map(days -> days.stream().collect(Collectors.groupingBy(DayOf::id)));
    }

    /** Empty when nothing of that id is watched. */
    public Uni<Optional<History>> history(String id, Range range, Instant now) {
        Instant from = now.minus(range.length);
        return database.first(row -> true, EXISTS, id)
                .chain(found -> found.isEmpty() ? Uni.createFrom().item(Optional.empty()) : read(id, range, from));
    }

    private Uni<Optional<History>> read(String id, Range range, Instant from) {
        return database.list(row -> new Point(Values.moment(row, "at"), tally(row)), range.points, id, from)
                .chain(points -> database.list(Board::change, CHANGES, id, from)
                        .map(changes -> Optional.of(new History(points, changes))));
    }

    private static Change change(Row row) {
        return new Change(
                Values.moment(row, "at"), Values.constant(row, "state", WatchState.class), row.getString("message"));
    }

    private static Entry entry(Row row) {
        Double told = row.getDouble("told_day");
        return new Entry(
                WatchedRow.read(row),
                told == null ? new Tally(number(row, "up_ms"), number(row, "down_ms"), 0, 0, 0).uptime() : told,
                row.getDouble("told_month"));
    }

    private static long number(Row row, String column) {
        Long value = row.getLong(column);
        return value == null ? 0 : value;
    }

    private static Tally tally(Row row) {
        return new Tally(
                row.getLong("up_ms"),
                row.getLong("down_ms"),
                row.getLong("maintenance_ms"),
                row.getInteger("responses"),
                row.getLong("response_ms"));
    }
}
