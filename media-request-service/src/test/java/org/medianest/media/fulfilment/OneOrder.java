package org.medianest.media.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.medianest.commons.database.Database;
import org.medianest.media.integration.Connecting;
import org.medianest.media.system.SystemKind;
import org.medianest.media.testing.Titles;

/** The service beside a Radarr that a test can break, and an order for a film. */
abstract class OneOrder {
    static final Duration SOON = Duration.ofSeconds(60);

    @Inject
    Fulfilment fulfilment;

    @Inject
    HeardStages heard;

    @Inject
    Connecting connecting;

    @Inject
    Database database;

    final OneFilmRadarr radarr = new OneFilmRadarr();
    final UUID request = UUID.randomUUID();

    @BeforeEach
    void connect() {
        connecting.connect(radarr.connection());
    }

    @AfterEach
    void disconnect() {
        database.run("delete from commission").await().indefinitely();
        connecting.disconnect(SystemKind.RADARR);
        radarr.close();
    }

    Handed hand() {
        return fulfilment.hand(order()).await().indefinitely();
    }

    Order order() {
        return new Order(request, UUID.randomUUID(), Titles.film(radarr.tmdbId, LocalDate.of(1999, 3, 31)), Set.of());
    }

    void awaitStage(Stage stage) {
        await().atMost(SOON).untilAsserted(() -> assertThat(heard.of(request)).contains(stage));
    }

    int count(String which) {
        return database.list(row -> true, "select 1 from commission where " + which)
                .await()
                .indefinitely()
                .size();
    }
}
