package org.medianest.media.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.medianest.homelab.catalogue.Title;
import org.medianest.homelab.fault.Fault;
import org.medianest.homelab.system.SystemName;
import org.medianest.media.request.testing.Journey;
import org.medianest.media.testing.MediaServiceTest;

/** A film that is cancelled is not got any more, as far as it was us who had Radarr get it. */
@MediaServiceTest
@TestProfile(Journey.class)
class TakingBackFromRadarrTest extends CancelledRequests {
    @Test
    void filmIsTakenOutOfRadarrWithItsDownload() {
        Title film = film();
        String id = onItsWay(ada, film, Map.of());
        lab.clock().advance(Duration.ofSeconds(40));
        awaitStanding(olga, id, "DOWNLOADING");

        cancel(ada, id).statusCode(200);

        assertThat(awaitTakenBack(id)).isEqualTo("It was taken out of Radarr again.");
        assertThat(lab.radarr().holds(film.tmdbId())).isFalse();
        assertThat(arr(SystemName.RADARR, "/queue").getInt("totalRecords")).isZero();
    }

    @Test
    void filmThatWasThereBeforeUsStays() {
        Title film = film();
        lab.radarr().add(film.tmdbId());
        String id = onItsWay(ada, film, Map.of());

        cancel(olga, id).statusCode(200);

        assertThat(notTakenBack(id)).isTrue();
        assertThat(arr(SystemName.RADARR, "/movie").getBoolean("[0].monitored")).isTrue();
    }

    @Test
    void filmThatNobodyLookedForIsNotLookedForAgain() {
        Title film = film();
        lab.radarr().add(film.tmdbId());
        unmonitorFirstFilm();
        String id = onItsWay(ada, film, Map.of());

        cancel(ada, id).statusCode(200);

        assertThat(awaitTakenBack(id)).isEqualTo("Radarr does not look for it any more.");
        assertThat(arr(SystemName.RADARR, "/movie").getBoolean("[0].monitored")).isFalse();
    }

    @Test
    void filmThatIsDownloadedAlreadyStays() {
        Title film = film();
        String id = onItsWay(ada, film, Map.of());
        lab.clock().advance(Duration.ofMinutes(10));
        awaitStanding(olga, id, "IMPORTED_NOT_IN_PLEX");

        cancel(ada, id).statusCode(200);

        assertThat(awaitTakenBack(id)).isEqualTo("Radarr has got it already, so it stays there.");
        assertThat(arr(SystemName.RADARR, "/movie").getBoolean("[0].hasFile")).isTrue();
    }

    @Test
    void radarrThatIsAwayIsToldWhenItIsBack() {
        Title film = film();
        String id = onItsWay(ada, film, Map.of());
        lab.faults().set(SystemName.RADARR, new Fault.Down());

        cancel(ada, id).statusCode(200);
        awaitPutOff();
        interrupt();
        lab.faults().clear();

        awaitTakenBack(id);
        assertThat(lab.radarr().holds(film.tmdbId())).isFalse();
        assertThat(find(olga, id).<String>getList("timeline.kind"))
                .filteredOn("TAKEN_BACK"::equals)
                .hasSize(1);
    }

    private void unmonitorFirstFilm() {
        Map<String, Object> movie =
                new HashMap<>(arr(SystemName.RADARR, "/movie").getMap("[0]"));
        movie.put("monitored", false);
        put(SystemName.RADARR, "/movie/" + movie.get("id"), movie);
    }

    /** As a process does that is killed in the middle of it, when the time that it had is over. */
    private void interrupt() {
        database.run("update commission set taking_back = 'RUNNING', next_at = now() where taking_back = 'WANTED'")
                .await()
                .atMost(SOON);
    }
}
