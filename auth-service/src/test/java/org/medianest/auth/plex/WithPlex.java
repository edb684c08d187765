package org.medianest.auth.plex;

import io.quarkus.redis.datasource.RedisDataSource;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.medianest.auth.testing.Cinema;
import org.medianest.auth.testing.House;
import org.medianest.auth.testing.LyingPlexTv;
import org.medianest.commons.database.Database;

/** A house with a Plex server, and a plex.tv that can be told to lie. */
abstract class WithPlex {
    @SuppressWarnings("NullAway.Init") // HomelabResource sets it
    LyingPlexTv plexTv;

    @Inject
    Cinema cinema;

    @Inject
    House house;

    @Inject
    Database database;

    @Inject
    RedisDataSource redis;

    @BeforeEach
    void serverIsConnected() {
        plexTv.behave();
        cinema.connect();
    }

    @AfterEach
    void plexTvBehaves() {
        plexTv.behave();
    }

    void run(String sql) {
        database.run(sql).await().indefinitely();
    }

    long number(String sql) {
        return database.first(row -> row.getLong(0), sql).await().indefinitely().orElseThrow();
    }

    String text(String sql) {
        return database.first(row -> row.getString(0), sql)
                .await()
                .indefinitely()
                .orElseThrow();
    }
}
