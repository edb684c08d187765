package org.medianest.media.request;

import static org.medianest.commons.database.Values.constant;
import static org.medianest.commons.database.Values.moment;

import io.vertx.mutiny.sqlclient.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.medianest.media.catalogue.MediaType;
import org.medianest.media.catalogue.TitleId;

/** Reads a row of the table {@code request} together with its seasons and what a viewer sees of it. */
final class RequestRow {
    /**
     * The request {@code r} itself. By their names: a column that a newer version adds must not change what statements of this one
     * answer.
     */
    static final String REQUEST = Stream.of(
                    "id",
                    "requester",
                    "requester_name",
                    "type",
                    "tmdb_id",
                    "title",
                    "created_at",
                    "year",
                    "poster_path",
                    "backdrop_path",
                    "release_date",
                    "note",
                    "state",
                    "stage",
                    "percent",
                    "eta_seconds",
                    "expected",
                    "reason",
                    "decided_by",
                    "decided_by_name",
                    "updated_at")
            .map("r."::concat)
            .collect(Collectors.joining(", ", "select ", ", "));

    /** The seasons of a request {@code r}, side by side. */
    static final String SEASONS = """
            array(select s.season from request_season s where s.request = r.id order by s.season) as seasons,
            array(select s.episodes from request_season s where s.request = r.id order by s.season) as episodes,
            array(select s.arrived from request_season s where s.request = r.id order by s.season) as arrived
            """;

    /** The names of today, and who else waits; {@code $1} is who looks. */
    static final String SEEN = """
            coalesce(p.display_name, p.username, r.requester_name) as requester_called,
            coalesce(d.display_name, d.username, r.decided_by_name) as decider_called,
            (select count(*) from title_follower f
             where f.type = r.type and f.tmdb_id = r.tmdb_id and f.person <> r.requester) as followers,
            exists(select 1 from title_follower f
                   where f.type = r.type and f.tmdb_id = r.tmdb_id and f.person = $1) as following
            """;

    static final String PEOPLE = "left join person p on p.id = r.requester left join person d on d.id = r.decided_by";

    private RequestRow() {}

    static MediaRequest request(Row row) {
        MediaRequest request = new MediaRequest(
                row.getUUID("id"),
                row.getUUID("requester"),
                row.getString("requester_name"),
                titleId(row),
                row.getString("title"),
                moment(row, "created_at"));
        request.year = row.getInteger("year");
        request.posterPath = row.getString("poster_path");
        request.backdropPath = row.getString("backdrop_path");
        request.releaseDate = row.getLocalDate("release_date");
        request.note = row.getString("note");
        request.seasons = seasons(row);
        request.state = constant(row, "state", RequestState.class);
        request.stage = stage(row);
        request.percent = row.getDouble("percent");
        request.etaSeconds = row.getLong("eta_seconds");
        request.expected = row.getLocalDate("expected");
        request.reason = row.getString("reason");
        request.decidedBy = row.getUUID("decided_by");
        request.decidedByName = row.getString("decided_by_name");
        request.updatedAt = moment(row, "updated_at");
        return request;
    }

    static TitleId titleId(Row row) {
        return new TitleId(constant(row, "type", MediaType.class), row.getInteger("tmdb_id"));
    }

    static SeenRequest seen(Row row) {
        return new SeenRequest(
                request(row),
                row.getString("requester_called"),
                row.getString("decider_called"),
                row.getInteger("followers"),
                row.getBoolean("following"));
    }

    private static @Nullable TitleState stage(Row row) {
        String stage = row.getString("stage");
        return stage == null ? null : TitleState.valueOf(stage);
    }

    private static List<AskedSeason> seasons(Row row) {
        Integer[] numbers = row.getArrayOfIntegers("seasons");
        Integer[] episodes = row.getArrayOfIntegers("episodes");
        Integer[] arrived = row.getArrayOfIntegers("arrived");
        List<AskedSeason> seasons = new ArrayList<>(numbers.length);
        for (int i = 0; i < numbers.length; i++) {
            seasons.add(new AskedSeason(numbers[i], episodes[i], arrived[i]));
        }
        return seasons;
    }
}
