package org.medianest.media.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.medianest.homelab.catalogue.Title;
import org.medianest.homelab.fault.Fault;
import org.medianest.homelab.system.SystemName;
import org.medianest.media.request.testing.Journey;
import org.medianest.media.testing.MediaServiceTest;

/** What somebody else wants is got on. */
@MediaServiceTest
@TestProfile(Journey.class)
class TakingBackWhatOthersWantTest extends CancelledRequests {
    @Test
    void whatSomebodyFollowsIsGotOnUntilNobodyWantsIt() {
        Title film = film();
        String id = approved(ada, film, Map.of());
        ask(ben, film, Map.of()).then().statusCode(200).body("id", equalTo(id));
        awaitOnItsWay(id);

        cancel(ada, id).statusCode(200);

        assertThat(find(olga, id).<String>getList("timeline.text"))
                .last()
                .isEqualTo("It is still being got: somebody else follows it.");
        String again = onItsWay(ben, film, Map.of());
        assertThat(lab.radarr().holds(film.tmdbId())).isTrue();
        cancel(ben, again).statusCode(200);
        assertThat(awaitTakenBack(again)).isEqualTo("It was taken out of Radarr again.");
        assertThat(lab.radarr().holds(film.tmdbId())).isFalse();
    }

    @Test
    void whatIsAskedForAgainBeforeItIsTakenBackStays() {
        Title film = film();
        String id = onItsWay(ada, film, Map.of());
        lab.faults().set(SystemName.RADARR, new Fault.Down());
        cancel(ada, id).statusCode(200);
        awaitPutOff();

        String again = approved(ben, film, Map.of());

        assertThat(awaitTakenBack(id)).isEqualTo("It stays with Radarr: somebody else has asked for it.");
        lab.faults().clear();
        awaitOnItsWay(again);
        assertThat(lab.radarr().holds(film.tmdbId())).isTrue();
        cancel(ben, again).statusCode(200);
        awaitTakenBack(again);
        assertThat(lab.radarr().holds(film.tmdbId())).isFalse();
    }
}
