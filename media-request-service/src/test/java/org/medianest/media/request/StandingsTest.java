package org.medianest.media.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.medianest.media.catalogue.MediaType;
import org.medianest.media.catalogue.TitleId;
import org.medianest.media.fulfilment.Stage;
import org.medianest.media.request.testing.Household;
import org.medianest.media.request.testing.RequestTest;
import org.medianest.media.testing.MediaServiceTest;

@MediaServiceTest
@TestProfile(Household.class)
class StandingsTest extends RequestTest {
    @Inject
    Standings standings;

    @Test
    void titleThatNobodyAskedForIsNotRequested() {
        Standing standing = of(film(), ada);

        assertThat(standing.state()).isEqualTo(TitleState.NOT_REQUESTED);
        assertThat(standing.requestId()).isNull();
        assertThat(standing.mine()).isFalse();
    }

    @Test
    void everybodySeesHowATitleStandsAndOnlyWhoWaitsSeesTheRequest() {
        TitleId film = film();
        String id = underWay(ada, film);
        reached(id, new Stage.Downloading(43, 60L));
        follow(ben, film);

        Standing mine = of(film, ada);
        assertThat(mine.state()).isEqualTo(TitleState.DOWNLOADING);
        assertThat(mine.percent()).isEqualTo(43);
        assertThat(mine.mine()).isTrue();
        assertThat(mine.followers()).isEqualTo(1);
        assertThat(mine.requestId()).hasToString(id);
        assertThat(of(film, ben).requestId()).hasToString(id);
        assertThat(of(film, ben).following()).isTrue();
        Standing strangers = of(film, Person.named("carla"));
        assertThat(strangers.state()).isEqualTo(TitleState.DOWNLOADING);
        assertThat(strangers.requestId()).isNull();
        assertThat(strangers.mine()).isFalse();
    }

    @Test
    void declineIsSeenByWhoAskedOnly() {
        TitleId film = film();
        decline(olga, asked(ada, film), "Not for children.");

        assertThat(of(film, ada).state()).isEqualTo(TitleState.DECLINED);
        assertThat(of(film, ada).reason()).isEqualTo("Not for children.");
        assertThat(of(film, ben).state()).isEqualTo(TitleState.NOT_REQUESTED);
        assertThat(of(film, ben).reason()).isNull();
    }

    @Test
    void plexGoesBeforeEverything() {
        TitleId film = film();
        decline(olga, asked(ada, film), "No.");

        arrives(film, Map.of());
        assertThat(of(film, ada).state()).isEqualTo(TitleState.AVAILABLE);
        assertThat(of(film, ada).reason()).isNull();
        vanishes(film);
        assertThat(of(film, ben).state()).isEqualTo(TitleState.REMOVED);
    }

    @Test
    void seriesThatIsThereInPartIsPartlyAvailable() {
        TitleId series = series();

        arrives(series, Map.of(1, 10));

        assertThat(of(series, ada).state()).isEqualTo(TitleState.PARTLY_AVAILABLE);
    }

    @Test
    void manyAreAnsweredAtOnceAndNumbersAreNotMixedUp() {
        TitleId film = film();
        TitleId series = new TitleId(MediaType.SERIES, film.tmdbId());
        asked(ada, film);

        Map<TitleId, Standing> all =
                standings.of(List.of(film, series, film), ada.id()).await().atMost(SOON);

        assertThat(all).containsOnlyKeys(film, series);
        assertThat(Objects.requireNonNull(all.get(film)).state()).isEqualTo(TitleState.AWAITING_APPROVAL);
        assertThat(Objects.requireNonNull(all.get(series)).state()).isEqualTo(TitleState.NOT_REQUESTED);
    }

    @Test
    void seasonsStandEachForItself() {
        TitleId series = series();
        String id = ask(ada, wish(series, 1, 2)).extract().path("id");
        step(olga, id, "approve");
        awaitState(ada, id, "PROCESSING");
        ask(ben, wish(series, 3)).statusCode(201);

        arrives(series, Map.of(1, 10));

        assertThat(standings.seasons(series.tmdbId()).await().atMost(SOON))
                .isEqualTo(Map.of(1, TitleState.AVAILABLE, 2, TitleState.SEARCHING, 3, TitleState.AWAITING_APPROVAL));
    }

    private Standing of(TitleId title, Person person) {
        UUID caller = person.id();
        return Objects.requireNonNull(
                standings.of(List.of(title), caller).await().atMost(SOON).get(title));
    }
}
