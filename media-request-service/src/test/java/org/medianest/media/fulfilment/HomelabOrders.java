package org.medianest.media.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.medianest.commons.database.Database;
import org.medianest.homelab.Homelab;
import org.medianest.homelab.catalogue.Film;
import org.medianest.homelab.catalogue.TitleType;
import org.medianest.media.integration.Connecting;
import org.medianest.media.system.SystemKind;
import org.medianest.media.testing.Titles;

/** Orders for titles of the homelab, whose systems really speak so. */
@SuppressWarnings("NullAway.Init")
abstract class HomelabOrders {
    static final Duration SOON = Duration.ofSeconds(60);

    Homelab lab;

    @Inject
    Fulfilment fulfilment;

    @Inject
    HeardStages heard;

    @Inject
    Connecting connecting;

    @Inject
    Database database;

    @AfterEach
    void disconnect() {
        database.run("delete from commission").await().indefinitely();
        List.of(SystemKind.SEERR, SystemKind.RADARR, SystemKind.SONARR).forEach(connecting::disconnect);
        lab.reset();
    }

    Handed hand(Order order) {
        return fulfilment.hand(order).await().indefinitely();
    }

    /** Searched for, or further than that already. */
    void awaitTaken(Order order) {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(heard.of(order.requestId()))
                        .anyMatch(stage -> stage instanceof Stage.Searching || stage instanceof Stage.Downloading));
    }

    void awaitStage(Order order, Class<? extends Stage> stage) {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(heard.of(order.requestId())).hasAtLeastOneElementOfType(stage));
    }

    /** One of the films that are not in the household's library yet. */
    Order film(int number, UUID requester) {
        Film film = lab.world().catalogue().all(TitleType.MOVIE).stream()
                .map(Film.class::cast)
                .filter(one -> lab.world().library().find(one.key()).isEmpty())
                .sorted(Comparator.comparing(Film::released))
                .toList()
                .get(number);
        return new Order(UUID.randomUUID(), requester, Titles.film(film.tmdbId(), film.released()), Set.of());
    }
}
