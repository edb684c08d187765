package org.medianest.auth.deadletter;

import static io.restassured.RestAssured.given;

import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.redis.datasource.stream.StreamMessage;
import io.quarkus.redis.datasource.stream.StreamRange;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.medianest.auth.testing.House;
import org.medianest.auth.user.AppUser;
import org.medianest.commons.database.Database;
import org.medianest.commons.event.DownloadEvent.DownloadCancelled;
import org.medianest.commons.event.EventCodec;
import org.medianest.commons.event.EventEnvelope;
import org.medianest.commons.event.EventStream;
import org.medianest.commons.identity.Permission;

/** An admin, and events that were given up by another service. */
abstract class WithDeadLetters {
    static final String PATH = "/api/v1/events/dead-letters";

    @Inject
    House house;

    @Inject
    Database database;

    @Inject
    RedisDataSource redis;

    final EventEnvelope cancelled =
            EventCodec.wrap("/download-service", new DownloadCancelled(UUID.randomUUID(), UUID.randomUUID()), null);

    AppUser admin;
    String token;

    @BeforeEach
    void adminIsSignedIn() {
        nobodyIsDead();
        admin = house.resident(Permission.SETTINGS_MANAGE);
        token = house.tokenOf(house.sessionOf(admin));
    }

    @AfterEach
    void nobodyIsDead() {
        EventStream.DURABLE.forEach(stream -> redis.key().del(stream + ":dead", stream + ":dead:known"));
        redis.key().del(EventStream.DOWNLOADS);
    }

    RequestSpecification asAdmin() {
        return given().auth().oauth2(token);
    }

    /** As the consumer of another service does it. */
    String bury(String stream, String entry, String event) {
        redis.execute(
                "XADD",
                stream + ":dead",
                entry,
                "event",
                event,
                "entry",
                "1-0",
                "consumer",
                "media-request-service",
                "attempts",
                "5",
                "error",
                "it did not work");
        return stream.substring("events:".length()) + "-" + entry;
    }

    List<Map<String, String>> onStream(String stream) {
        return redis.stream(String.class).xrange(stream, StreamRange.of("-", "+")).stream()
                .map(StreamMessage::payload)
                .toList();
    }

    /** How often something was said of a dead letter, since this test came to be. */
    long saidOf(String id) {
        return database.first(
                        row -> row.getLong(0),
                        "select count(*) from outbox where envelope::json ->> 'subject' = $1"
                                + " and envelope::json #>> '{data,actorId}' = $2",
                        id,
                        admin.id().toString())
                .await()
                .indefinitely()
                .orElseThrow();
    }
}
