package org.medianest.auth.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.medianest.auth.testing.AuthServiceTest;
import org.medianest.commons.database.Database;
import org.medianest.commons.event.AuthEvent.NotificationAdded;
import org.medianest.commons.event.EventCodec;
import org.medianest.commons.event.EventEnvelope;
import org.medianest.commons.event.EventStream;
import org.medianest.commons.event.MediaEvent;
import org.medianest.commons.event.MediaEvent.DownloadShelved;
import org.medianest.commons.event.MediaEvent.FollowedTitleChanged;
import org.medianest.commons.event.MediaEvent.RequestAvailable;
import org.medianest.commons.event.MediaEvent.RequestDeclined;
import org.medianest.commons.event.MediaEvent.RequestFailed;
import org.medianest.commons.id.Uuid7;
import org.medianest.commons.testing.EventProbe;

@AuthServiceTest
class NotificationResourceTest extends WithNews {
    @Inject
    Notifications notifications;

    @Inject
    Database database;

    @Test
    void declinedRequestIsInTheInboxOfWhoAskedWithItsReason() {
        RequestDeclined declined = declined();

        say(declined);

        Map<String, Object> told = awaitInbox(1).getFirst();
        assertThat(told)
                .containsEntry("kind", "REQUEST_DECLINED")
                .containsEntry("title", FILM)
                .containsEntry("reason", REASON)
                .containsEntry("readAt", null)
                .containsEntry(
                        "link",
                        Map.of(
                                "type",
                                "MOVIE",
                                "tmdbId",
                                TMDB_ID,
                                "id",
                                declined.requestId().toString()));
        assertThat(Instant.parse(String.valueOf(told.get("createdAt")))).isBeforeOrEqualTo(Instant.now());
    }

    @Test
    void allThatEndsIsNews() {
        UUID id = Uuid7.next();
        for (MediaEvent event : List.of(
                new RequestAvailable(id, ada.id(), "SERIES", TMDB_ID, "a"),
                new RequestFailed(id, ada.id(), "MOVIE", TMDB_ID, "b", "Radarr refused it."),
                new FollowedTitleChanged(ada.id(), id, "MOVIE", TMDB_ID, "c", "SEARCHING", null),
                new FollowedTitleChanged(ada.id(), id, "MOVIE", TMDB_ID, "d", "AVAILABLE", null),
                new FollowedTitleChanged(ada.id(), id, "MOVIE", TMDB_ID, "e", "DECLINED", REASON),
                new DownloadShelved(id, ada.id(), "4711", "https://app.plex.tv/x", "f"),
                new DownloadShelved(id, ada.id(), "4711", "https://app.plex.tv/x", null))) {
            say(event);
        }

        assertThat(awaitInbox(6))
                .extracting(told -> told.get("kind"), told -> told.get("title"), told -> told.get("reason"))
                .containsExactlyInAnyOrder(
                        tuple("REQUEST_AVAILABLE", "a", null),
                        tuple("REQUEST_FAILED", "b", "Radarr refused it."),
                        tuple("FOLLOWED_AVAILABLE", "d", null),
                        tuple("FOLLOWED_DECLINED", "e", REASON),
                        tuple("DOWNLOAD_IN_PLEX", "f", null),
                        tuple("DOWNLOAD_IN_PLEX", null, null));
    }

    @Test
    void whatIsDeliveredTwiceIsToldOnce() {
        EventEnvelope envelope = envelope(declined());

        say(envelope);
        say(envelope);
        awaitAllThatWasSaid();

        assertThat(inbox()).hasSize(1);
    }

    @Test
    void whoIsGoneIsToldNothing() {
        UUID request = Uuid7.next();

        say(new RequestDeclined(request, UUID.randomUUID(), "MOVIE", TMDB_ID, FILM, REASON));
        awaitAllThatWasSaid();

        assertThat(database.first(
                                row -> row.getLong(0), "select count(id) from notification where link_id = $1", request)
                        .await()
                        .indefinitely())
                .hasValue(0L);
    }

    @Test
    void itIsSaidToThePersonAloneWhoMayBeLooking() {
        say(declined());
        String id = awaitId();

        List<EventEnvelope> said = await().atMost(SOON)
                .until(() -> new EventProbe(redis).about(EventStream.AUTH, id), all -> !all.isEmpty());

        EventEnvelope only = said.getFirst();
        assertThat(said).hasSize(1);
        assertThat(only.owner()).isEqualTo(ada.id());
        assertThat(only.audience()).isNull();
        assertThat(EventCodec.payload(only, NotificationAdded.class))
                .isEqualTo(new NotificationAdded(UUID.fromString(id), ada.id(), "REQUEST_DECLINED", FILM, REASON));
    }

    @Test
    void whatWasReadStaysReadSinceThen() {
        say(declined());
        String id = awaitId();
        asAda().get(PATH + "/unread").then().body("count", equalTo(1));

        asAda().post(PATH + "/" + id + "/read").then().statusCode(204);
        Object since = inbox().getFirst().get("readAt");
        asAda().post(PATH + "/" + id + "/read").then().statusCode(204);

        assertThat(since).isNotNull();
        assertThat(inbox().getFirst()).containsEntry("readAt", since);
        asAda().get(PATH + "/unread").then().body("count", equalTo(0));
    }

    @Test
    void allOfItIsReadAtOnceAndNothingOfOthers() {
        say(declined());
        say(declined());
        awaitInbox(2);
        String bobs = tokenOf(house.resident());

        as(bobs).post(PATH + "/read").then().statusCode(204);
        asAda().get(PATH + "/unread").then().body("count", equalTo(2));
        asAda().post(PATH + "/read").then().statusCode(204);

        asAda().get(PATH + "/unread").then().body("count", equalTo(0));
    }

    @Test
    void anothersNotificationIsNotThere() {
        say(declined());
        String id = awaitId();
        String bobs = tokenOf(house.resident());

        Response anothers = as(bobs).post(PATH + "/" + id + "/read");
        Response absent = as(bobs).post(PATH + "/" + UUID.randomUUID() + "/read");

        assertThat(anothers.statusCode()).isEqualTo(404);
        assertThat(absent.statusCode()).isEqualTo(404);
        assertThat(inbox(bobs)).isEmpty();
        assertThat(inbox().getFirst()).containsEntry("readAt", null);
    }

    @Test
    void inboxIsPagedNewestFirst() {
        for (int i = 0; i < 5; i++) {
            say(declined("n" + i, REASON));
            awaitInbox(i + 1);
        }

        for (int limit = 1; limit <= 6; limit++) {
            assertThat(titles(limit)).as("pages of %d", limit).containsExactly("n4", "n3", "n2", "n1", "n0");
        }
    }

    @Test
    void countingStopsAtAHundred() {
        addMany(130);

        asAda().get(PATH + "/unread").then().body("count", equalTo(100));
    }

    @Test
    void inboxForgetsWhatIsOld() {
        addMany(2);
        database.run(
                        "update notification set created_at = now() - interval '181 days' where person_id = $1 and title = '1'",
                        ada.id())
                .await()
                .indefinitely();

        notifications.forgetOld().await().indefinitely();

        assertThat(titles(100)).containsExactly("2");
    }

    /** Titles are their numbers. */
    private void addMany(int many) {
        database.run(
                        "insert into notification (id, person_id, kind, title, link_type, link_id)"
                                + " select gen_random_uuid(), $1, 'REQUEST_AVAILABLE', n::text, 'MOVIE', gen_random_uuid()"
                                + " from generate_series(1, $2) n",
                        ada.id(),
                        many)
                .await()
                .indefinitely();
    }

    private List<Object> titles(int limit) {
        List<Object> titles = new ArrayList<>();
        @Nullable String cursor = null;
        do {
            RequestSpecification request = asAda().queryParam("limit", limit);
            Response page = (cursor == null ? request : request.queryParam("cursor", cursor)).get(PATH);
            assertThat(page.statusCode()).isEqualTo(200);
            titles.addAll(page.<List<Object>>path("items.title"));
            cursor = page.path("nextCursor");
        } while (cursor != null);
        return titles;
    }
}
