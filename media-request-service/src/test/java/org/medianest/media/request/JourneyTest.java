package org.medianest.media.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.medianest.commons.event.EventStream;
import org.medianest.commons.testing.EventProbe;
import org.medianest.homelab.catalogue.Series;
import org.medianest.homelab.catalogue.Title;
import org.medianest.homelab.catalogue.TitleType;
import org.medianest.homelab.fault.Fault;
import org.medianest.homelab.system.SystemName;
import org.medianest.media.request.testing.Journey;
import org.medianest.media.testing.MediaServiceTest;
import org.medianest.media.testing.PaperPlex;
import org.medianest.media.testing.People;

/** From the wish to Plex, with TMDB, Radarr and Sonarr as they really speak. */
@MediaServiceTest
@TestProfile(Journey.class)
class JourneyTest extends WithHomelab {
    @Inject
    RedisDataSource redis;

    private final PaperPlex plex = new PaperPlex("machine-" + UUID.randomUUID());

    @BeforeEach
    void connectPlex() {
        People.connect("plex", plex.url(), PaperPlex.TOKEN).statusCode(200);
    }

    @AfterEach
    void disconnectPlex() {
        People.disconnect("plex");
        plex.close();
    }

    @Test
    void filmGoesFromTheWishToPlexAndEverybodyHearsOfItOnce() {
        connectRadarr();
        Title film = film();
        String id = asked(ada, film, Map.of());
        ask(ben, film, Map.of()).then().statusCode(200).body("id", equalTo(id));
        assertThat(find(ada, id).getString("title")).isEqualTo(film.title());

        approve(id);
        awaitStanding(ada, id, "SEARCHING");
        lab.clock().advance(Duration.ofSeconds(40));
        assertThat(awaitStanding(ada, id, "DOWNLOADING").getDouble("standing.percent"))
                .isBetween(0.0, 100.0);
        lab.clock().advance(Duration.ofMinutes(10));
        awaitStanding(ada, id, "IMPORTED_NOT_IN_PLEX");
        plex.film(film.tmdbId(), film.title());
        scan();

        assertThat(awaitStanding(ada, id, "AVAILABLE").getString("standing.playUrl"))
                .contains(plex.machine);
        assertThat(find(ada, id).<String>getList("timeline.kind"))
                .containsSubsequence("ASKED", "APPROVED", "SENT", "SEARCHING", "DOWNLOADING", "IMPORTED", "AVAILABLE");
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(told(id, "medianest.request.available.v1", ""))
                        .isEqualTo(1));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(told(id, "medianest.title.followed.v1", "\"AVAILABLE\""))
                        .isEqualTo(1));
    }

    @Test
    void seasonGoesFromTheWishToPlex() {
        connectSonarr();
        Series series = series();
        String id = asked(ada, series, Map.of("seasons", List.of(1)));

        approve(id);
        awaitStanding(ada, id, "SEARCHING");
        lab.clock().advance(Duration.ofMinutes(10));
        awaitStanding(ada, id, "IMPORTED_NOT_IN_PLEX");
        plex.series(900_001, series.tmdbId(), series.title());
        plex.season(900_002, 900_001, 1, 1);
        scan();
        awaitStanding(ada, id, "PARTLY_AVAILABLE");
        plex.season(
                900_002, 900_001, 1, series.season(1).orElseThrow().episodes().size());
        scan();

        awaitStanding(ada, id, "AVAILABLE");
    }

    @Test
    void whatNobodyGetsStaysApprovedAndSaysWhy() {
        String id = asked(ada, film(), Map.of());

        approve(id);

        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(find(ada, id).getString("standing.reason")).contains("Radarr is connected"));
        assertThat(find(ada, id).getString("state")).isEqualTo("APPROVED");
    }

    @Test
    void whileRadarrIsAwayItWaitsAndGoesOnByItself() {
        connectRadarr();
        lab.faults().set(SystemName.RADARR, new Fault.Down());
        String id = asked(ada, titles(TitleType.MOVIE).get(1), Map.of());

        approve(id);
        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(find(ada, id).getString("standing.reason")).contains("Radarr"));
        assertThat(find(ada, id).getString("state")).isEqualTo("APPROVED");
        lab.faults().clear();

        awaitStanding(ada, id, "SEARCHING");
        assertThat(find(ada, id).getString("reason")).isNull();
    }

    private static void scan() {
        People.admin().post("/api/v1/media/library/scan").then().statusCode(202);
    }

    private long told(String id, String type, String word) {
        return new EventProbe(redis)
                .about(EventStream.MEDIA, id).stream()
                        .filter(envelope -> envelope.type().equals(type))
                        .filter(envelope -> envelope.data().toString().contains(word))
                        .count();
    }
}
