package org.medianest.auth.testing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.redis.datasource.RedisDataSource;
import io.restassured.response.Response;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.medianest.commons.database.Database;
import org.medianest.commons.event.EventCodec;
import org.medianest.commons.event.EventStream;
import org.medianest.commons.event.MediaEvent;
import org.medianest.commons.event.MediaEvent.PlexServerConnected;
import org.medianest.commons.event.MediaEvent.PlexServerDisconnected;
import org.medianest.commons.testing.EventProbe;
import org.medianest.homelab.world.Person;

/** The house's Plex server, as media-request-service tells of it, and who comes in by it. */
@ApplicationScoped
public class Cinema {
    private static final Duration SOON = Duration.ofSeconds(60);

    private final RedisDataSource redis;
    private final Database database;

    Cinema(RedisDataSource redis, Database database) {
        this.redis = redis;
        this.database = database;
    }

    public void connect() {
        if (!isConnected()) {
            say(new PlexServerConnected(LyingPlexTv.MACHINE, "Cinema"));
            await().atMost(SOON).until(this::isConnected);
        }
    }

    public void disconnect() {
        say(new PlexServerDisconnected(LyingPlexTv.MACHINE));
        await().atMost(SOON).until(() -> !isConnected());
    }

    public boolean isConnected() {
        return given().get("/api/v1/auth/providers").path("plex.available");
    }

    /** The answer with which somebody came in. */
    public Response enter(LyingPlexTv plexTv, Person person) {
        PlexBrowser browser = PlexBrowser.begin();
        plexTv.claim(browser.code(), person);
        return browser.await("SIGNED_IN");
    }

    /** How somebody is kept here, by their Plex id: their ids. */
    public List<UUID> accountsOf(Person person) {
        return database.list(row -> row.getUUID(0), "select id from app_user where plex_id = $1", person.plexId())
                .await()
                .indefinitely();
    }

    public UUID accountOf(Person person) {
        List<UUID> accounts = accountsOf(person);
        assertThat(accounts).hasSize(1);
        return accounts.getFirst();
    }

    private void say(MediaEvent event) {
        new EventProbe(redis).say(EventStream.MEDIA, EventCodec.wrap("/media-request-service", event, null));
    }
}
