package org.medianest.media.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.TestProfile;
import io.smallrye.mutiny.Uni;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.medianest.media.catalogue.TitleId;
import org.medianest.media.fulfilment.Handed;
import org.medianest.media.fulfilment.Stage;
import org.medianest.media.request.testing.Getter;
import org.medianest.media.request.testing.Household;
import org.medianest.media.request.testing.RequestTest;
import org.medianest.media.system.SystemDown;
import org.medianest.media.system.SystemKind;
import org.medianest.media.testing.MediaServiceTest;

/** From the approval into the hands of whatever gets films. */
@MediaServiceTest
@TestProfile(Household.class)
class HandoverTest extends RequestTest {
    @Test
    void whileTheSystemIsAwayItWaitsAndSaysWhy() {
        TitleId film = film();
        AtomicInteger tries = new AtomicInteger();
        getter.answer(
                film,
                order -> tries.incrementAndGet() <= 3
                        ? Uni.createFrom().failure(new SystemDown(SystemKind.RADARR, "Radarr cannot be reached."))
                        : Uni.createFrom().item(Getter.taken()));
        String id = asked(ada, film);

        step(olga, id, "approve").statusCode(200).body("state", equalTo("APPROVED"));

        awaitState(ada, id, "PROCESSING");
        assertThat(timeline(ada, id)).containsExactly("ASKED", "APPROVED", "HELD", "SENT", "SEARCHING");
        assertThat(find(ada, id).getString("timeline[2].text")).startsWith("Radarr cannot be reached.");
        assertThat(find(ada, id).getString("reason")).isNull();
    }

    @Test
    void whileNothingIsConnectedItStaysApprovedAndSaysWhy() {
        TitleId film = film();
        getter.answer(
                film,
                order -> Uni.createFrom()
                        .item(new Handed(null, new Stage.Approved(), "Nothing is connected that gets films.")));
        String id = asked(ada, film);

        step(olga, id, "approve").statusCode(200);

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(find(ada, id).getString("standing.reason"))
                        .isEqualTo("Nothing is connected that gets films."));
        assertThat(find(ada, id).getString("standing.state")).isEqualTo("APPROVED_QUEUED");
        reached(id, new Stage.Searching());
        assertThat(find(ada, id).getString("state")).isEqualTo("PROCESSING");
    }

    @Test
    void titleThatVanishedFromTheCatalogueFails() {
        TitleId film = film();
        String id = asked(ada, film);
        catalogue.forget(film);

        step(olga, id, "approve").statusCode(200);

        awaitState(ada, id, "FAILED");
        assertThat(find(ada, id).getString("standing.state")).isEqualTo("NEEDS_ATTENTION");
        assertThat(find(ada, id).getList("actions")).contains("RETRY");
        awaitNews(id, "created", "approved", "failed");
        catalogue.remember(film);
        step(ada, id, "retry").statusCode(200);
        awaitState(ada, id, "PROCESSING");
    }

    /** What it is like when the process ends after the other side has taken it, and before that is noted here. */
    @Test
    void whatWasHandedAndNotNotedIsHandedAgainAndNotedOnce() {
        TitleId film = film();
        AtomicInteger tries = new AtomicInteger();
        getter.answer(
                film,
                order -> tries.incrementAndGet() == 1
                        ? Uni.createFrom().failure(new IllegalStateException("killed"))
                        : Uni.createFrom().item(Getter.taken()));
        String id = asked(ada, film);

        step(olga, id, "approve").statusCode(200);

        awaitState(ada, id, "PROCESSING");
        assertThat(getter.ordersOf(film)).hasSize(2);
        assertThat(getter.ordersOf(film).stream().distinct()).hasSize(1);
        assertThat(timeline(ada, id)).filteredOn("SENT"::equals).hasSize(1);
    }

    /** A commit whose process ended before it could wake anybody. */
    @Test
    void whatWasLeftBehindIsFound() {
        TitleId film = film();
        String id = asked(ada, film);
        run("update request set state = 'APPROVED' where id = $1", UUID.fromString(id));
        run("insert into handover (request, due) values ($1, now())", UUID.fromString(id));

        awaitState(ada, id, "PROCESSING");
        assertThat(getter.ordersOf(film)).hasSize(1);
    }

    @Test
    void whatWasCancelledInBetweenIsNotHandedOver() {
        TitleId film = film();
        String id = asked(ada, film);
        catalogue.goAway(film);
        step(olga, id, "approve").statusCode(200);

        step(ada, id, "cancel").statusCode(200);
        catalogue.comeBack(film);

        assertThat(count("select count(*) from handover where request = $1", UUID.fromString(id)))
                .isZero();
        assertThat(find(ada, id).getString("state")).isEqualTo("CANCELLED");
        assertThat(getter.ordersOf(film)).isEmpty();
    }
}
