package org.medianest.media.request;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.medianest.homelab.catalogue.Title;
import org.medianest.homelab.fault.Fault;
import org.medianest.homelab.system.Keys;
import org.medianest.homelab.system.SystemName;
import org.medianest.media.request.testing.Journey;
import org.medianest.media.testing.MediaServiceTest;

/** Of the requests in Seerr only ours are taken back. */
@MediaServiceTest
@TestProfile(Journey.class)
class TakingBackFromSeerrTest extends CancelledRequests {
    @BeforeEach
    void connect() {
        connectSeerr();
    }

    @Test
    void requestIsDeletedInSeerr() {
        String id = onItsWay(ada, film(), Map.of());
        lab.faults().set(SystemName.SEERR, new Fault.Status(500));

        cancel(ada, id).statusCode(200);
        awaitPutOff();
        lab.faults().clear();

        assertThat(awaitTakenBack(id)).startsWith("The request was taken out of Seerr.");
        assertThat(seerrRequests()).isZero();
    }

    @Test
    void requestOfSomebodyElseInSeerrStays() {
        Title film = film();
        given().header("X-Api-Key", Keys.SEERR)
                .contentType(ContentType.JSON)
                .body(Map.of("mediaType", "movie", "mediaId", film.tmdbId()))
                .post(lab.url(SystemName.SEERR) + "/api/v1/request")
                .then()
                .statusCode(201);
        String id = onItsWay(ada, film, Map.of());

        cancel(ada, id).statusCode(200);

        assertThat(notTakenBack(id)).isTrue();
        assertThat(seerrRequests()).isOne();
    }

    private int seerrRequests() {
        return given().header("X-Api-Key", Keys.SEERR)
                .get(lab.url(SystemName.SEERR) + "/api/v1/request")
                .then()
                .statusCode(200)
                .extract()
                .path("pageInfo.results");
    }
}
