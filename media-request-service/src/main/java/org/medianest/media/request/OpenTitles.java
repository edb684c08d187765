package org.medianest.media.request;

import static org.medianest.commons.database.Values.constant;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.medianest.commons.database.Database;
import org.medianest.media.catalogue.MediaType;
import org.medianest.media.catalogue.TitleId;
import org.medianest.media.catalogue.TitleSummary;

/** The titles that somebody waits for, as they were called when they were asked for. That needs no TMDB. */
@ApplicationScoped
public class OpenTitles {
    static final String NEWEST = """
            select type, tmdb_id, title, year, poster_path, backdrop_path, release_date
            from request where open order by id desc limit 500
            """;

    private final Database database;

    OpenTitles(Database database) {
        this.database = database;
    }

    /** The newest of them; several people may wait for one. */
    public Uni<List<TitleSummary>> newest() {
        return database.list(OpenTitles::summary, NEWEST)
                .map(titles -> titles.stream().distinct().toList());
    }

    private static TitleSummary summary(Row row) {
        return new TitleSummary(
                new TitleId(constant(row, "type", MediaType.class), row.getInteger("tmdb_id")),
                row.getString("title"),
                null,
                row.getInteger("year"),
                null,
                row.getString("poster_path"),
                row.getString("backdrop_path"),
                null,
                row.getLocalDate("release_date"),
                List.of());
    }
}
