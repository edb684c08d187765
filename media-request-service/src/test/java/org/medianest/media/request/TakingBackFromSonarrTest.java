package org.medianest.media.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.TestProfile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.medianest.homelab.catalogue.Series;
import org.medianest.homelab.system.SystemName;
import org.medianest.media.request.testing.Journey;
import org.medianest.media.testing.MediaServiceTest;

/** Seasons that are cancelled are not got any more, as far as it was us who had Sonarr get them. */
@MediaServiceTest
@TestProfile(Journey.class)
class TakingBackFromSonarrTest extends CancelledRequests {
    @Test
    void seasonIsNotLookedForAnyMoreAndThatOfSomebodyElseIs() {
        Series series = series();
        String first = approved(ada, series, Map.of("seasons", List.of(1)));
        String second = approved(ben, series, Map.of("seasons", List.of(2)));
        awaitOnItsWay(first);
        awaitOnItsWay(second);

        cancel(ada, first).statusCode(200);

        assertThat(awaitTakenBack(first)).isEqualTo("Sonarr does not look for it any more.");
        assertThat(monitored()).containsEntry(1, false).containsEntry(2, true);
        cancel(ben, second).statusCode(200);
        assertThat(awaitTakenBack(second)).isEqualTo("It was taken out of Sonarr again.");
        assertThat(arr(SystemName.SONARR, "/series").getList("")).isEmpty();
    }

    @Test
    void seasonsThatWereLookedForBeforeUsStaySo() {
        Series series = series();
        lab.sonarr().add(series.tvdbId());
        unmonitorSeason(2);
        String id = onItsWay(ada, series, Map.of("seasons", List.of(1, 2)));

        cancel(ada, id).statusCode(200);

        awaitTakenBack(id);
        assertThat(monitored()).containsEntry(1, true).containsEntry(2, false);
    }

    private void unmonitorSeason(int number) {
        Map<String, Object> series =
                new HashMap<>(arr(SystemName.SONARR, "/series").getMap("[0]"));
        List<Map<String, Object>> seasons = arr(SystemName.SONARR, "/series").getList("[0].seasons");
        seasons.stream()
                .filter(season -> Objects.equals(season.get("seasonNumber"), number))
                .forEach(season -> season.put("monitored", false));
        series.put("seasons", seasons);
        put(SystemName.SONARR, "/series/" + series.get("id"), series);
    }

    private Map<Integer, Boolean> monitored() {
        Map<Integer, Boolean> monitored = new HashMap<>();
        List<Map<String, Object>> seasons = arr(SystemName.SONARR, "/series").getList("[0].seasons");
        seasons.forEach(
                season -> monitored.put((Integer) season.get("seasonNumber"), (Boolean) season.get("monitored")));
        return monitored;
    }
}
