package org.medianest.auth.notification;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.quarkus.redis.datasource.RedisDataSource;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.medianest.auth.testing.House;
import org.medianest.auth.user.AppUser;
import org.medianest.commons.event.EventCodec;
import org.medianest.commons.event.EventEnvelope;
import org.medianest.commons.event.EventStream;
import org.medianest.commons.event.MediaEvent;
import org.medianest.commons.event.MediaEvent.RequestDeclined;
import org.medianest.commons.id.Uuid7;
import org.medianest.commons.testing.EventProbe;

/** Ada, who is new and signed in, and what media-request-service says. */
public abstract class WithNews {
    protected static final String PATH = "/api/v1/notifications";
    protected static final String FILM = "Ünïcödé 🎬";
    protected static final String REASON = "It is on the shelf as a disc.";
    protected static final int TMDB_ID = 603;
    protected static final Duration SOON = Duration.ofSeconds(60);

    @Inject
    protected House house;

    @Inject
    protected RedisDataSource redis;

    protected AppUser ada;
    private String token;

    @BeforeEach
    void adaIsSignedIn() {
        ada = house.resident();
        token = tokenOf(ada);
    }

    protected String tokenOf(AppUser person) {
        return house.tokenOf(house.sessionOf(person));
    }

    protected RequestSpecification asAda() {
        return as(token);
    }

    protected static RequestSpecification as(String token) {
        return given().auth().oauth2(token);
    }

    protected void say(MediaEvent event) {
        say(envelope(event));
    }

    protected void say(EventEnvelope envelope) {
        new EventProbe(redis).say(EventStream.MEDIA, envelope);
    }

    protected static EventEnvelope envelope(MediaEvent event) {
        return EventCodec.wrap("/media-request-service", event, null);
    }

    /** Ada's wish for a film is declined. */
    protected RequestDeclined declined() {
        return declined(FILM, REASON);
    }

    protected RequestDeclined declined(String title, String reason) {
        return new RequestDeclined(Uuid7.next(), ada.id(), "MOVIE", TMDB_ID, title, reason);
    }

    protected List<Map<String, Object>> inbox() {
        return inbox(token);
    }

    protected static List<Map<String, Object>> inbox(String token) {
        return as(token).get(PATH).then().statusCode(200).extract().path("items");
    }

    protected List<Map<String, Object>> awaitInbox(int size) {
        return await().atMost(SOON).until(this::inbox, items -> items.size() == size);
    }

    /** Of the only notification that there is, once it is there. */
    protected String awaitId() {
        return String.valueOf(awaitInbox(1).getFirst().get("id"));
    }

    /** What was said before is through when this is. */
    protected void awaitAllThatWasSaid() {
        UUID last = Uuid7.next();
        AppUser bob = house.resident();
        String bobs = tokenOf(bob);
        say(new RequestDeclined(last, bob.id(), "MOVIE", TMDB_ID, FILM, REASON));
        Predicate<List<Map<String, Object>>> isThere = items -> !items.isEmpty();
        await().atMost(SOON).until(() -> inbox(bobs), isThere);
    }
}
