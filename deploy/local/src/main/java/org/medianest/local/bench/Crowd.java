package org.medianest.local.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.medianest.local.place.Layout;
import org.medianest.local.place.Part;
import org.medianest.local.place.Ports;
import org.medianest.local.place.Secrets;
import org.medianest.local.postgres.DatabasePasswords;

/** People and their requests of years, written past the services into the tables that they would have filled. */
final class Crowd implements AutoCloseable {
    private static final int FIRST_TITLE = 900_000_000;

    private final Connection connection;

    private Crowd(Connection connection) {
        this.connection = connection;
    }

    static Crowd in(Layout layout, Ports ports) throws IOException {
        try {
            return new Crowd(DriverManager.getConnection(
                    "jdbc:postgresql://127.0.0.1:%d/medianest?sslmode=disable&currentSchema=media"
                            .formatted(ports.of(Part.POSTGRES)),
                    "postgres",
                    DatabasePasswords.from(new Secrets(layout.secrets())).administrator()));
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    /**
     * Replaces those who were there. One title in two is asked for twice: first it was declined. One request in a hundred waits for a
     * decision, one is on its way, three in a hundred were declined, all others arrived.
     */
    void moveIn(int people, int requests) throws IOException {
        int titles = requests / 2;
        run("delete from request where tmdb_id >= " + FIRST_TITLE);
        run("delete from person where username like 'crowd-%'");
        run(
                "insert into person (id, username, permissions) select %s, 'crowd-' || n, '{requests:create}' from generate_series(0, %d) n"
                        .formatted(person("n"), people - 1));
        run("""
                insert into request (id, requester, requester_name, type, tmdb_id, title, year, poster_path, state, reason, created_at, updated_at)
                select (lpad(to_hex((extract(epoch from asked_at) * 1000)::bigint), 12, '0') || '7' || substr(md5(n::text), 1, 3)
                        || '8' || substr(md5(n::text), 4, 15))::uuid,
                       %s, 'crowd-' || n %% %d, case when n %% 2 = 0 then 'MOVIE' else 'SERIES' end, %d + n %% %d, 'Title ' || n %% %d,
                       1930 + n %% 95, '/poster.jpg',
                       case when n > %d then 'DECLINED' when n %% 100 = 0 then 'PENDING' when n %% 100 = 1 then 'PROCESSING'
                            when n %% 100 < 5 then 'DECLINED' else 'AVAILABLE' end,
                       case when n > %d or n %% 100 between 2 and 4 then 'Not now.' end, asked_at, asked_at + interval '1 hour'
                from (select n, now() - n * interval '10 minutes' as asked_at from generate_series(1, %d) n) asked
                """.formatted(person("n % " + people), people, FIRST_TITLE, titles, titles, titles, titles, requests));
        run("""
                insert into request_season (request, tmdb_id, season, episodes, open)
                select id, tmdb_id, season, 10, open from request, generate_series(1, 2) season
                where type = 'SERIES' and tmdb_id >= %d
                """.formatted(FIRST_TITLE));
        run(
                "insert into request_timeline (request, at, kind) select id, created_at, 'ASKED' from request where tmdb_id >= "
                        + FIRST_TITLE);
        for (String table : List.of("request", "request_season", "request_timeline", "person")) {
            run("vacuum analyze " + table);
        }
    }

    private static String person(String number) {
        return "('00000000-0000-7000-8000-' || lpad((" + number + ")::text, 12, '0'))::uuid";
    }

    private void run(String sql) throws IOException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }
}
