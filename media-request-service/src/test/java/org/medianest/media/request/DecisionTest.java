package org.medianest.media.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.medianest.media.catalogue.TitleId;
import org.medianest.media.request.testing.Household;
import org.medianest.media.request.testing.RequestTest;
import org.medianest.media.testing.MediaServiceTest;

@MediaServiceTest
@TestProfile(Household.class)
class DecisionTest extends RequestTest {
    private final Person carla = Person.named("carla");
    private final Person watcher = new Person(UUID.randomUUID(), "watcher", "requests:view-all");

    @Test
    void whatIsApprovedIsHandedOverAndOnItsWay() {
        TitleId film = film();
        String id = asked(ada, film);

        step(olga, id, "approve")
                .statusCode(200)
                .body("decidedBy.name", equalTo("olga"))
                .body("actions", containsInAnyOrder("CANCEL", "FOLLOW"));

        awaitState(ada, id, "PROCESSING");
        assertThat(getter.ordersOf(film)).hasSize(1);
        assertThat(timeline(ada, id)).containsExactly("ASKED", "APPROVED", "SENT", "SEARCHING");
        awaitNews(id, "created", "approved", "stage SEARCHING");
        assertThat(count("select count(*) from handover where request = $1", UUID.fromString(id)))
                .isZero();
    }

    @Test
    void orderNamesTheSeasonsThatWereAskedFor() {
        TitleId series = series();
        String id = ask(ada, wish(series, 2, 4)).extract().path("id");

        step(olga, id, "approve").statusCode(200);

        awaitState(ada, id, "PROCESSING");
        assertThat(getter.ordersOf(series)).singleElement().satisfies(order -> {
            assertThat(order.seasons()).containsExactlyInAnyOrder(2, 4);
            assertThat(order.requesterId()).isEqualTo(ada.id());
        });
    }

    @Test
    void whoNeedsNoApprovalIsApprovedAtOnce() {
        Person trusted = new Person(UUID.randomUUID(), "trusted", "requests:create", "requests:auto-approve");

        String id = ask(trusted, wish(film())).statusCode(201).extract().path("id");

        awaitState(trusted, id, "PROCESSING");
        assertThat(timeline(trusted, id)).startsWith("ASKED", "APPROVED");
    }

    @Test
    void declineSaysWhyInTheRequestTheTimelineAndTheEvent() {
        String id = asked(ada, film());

        decline(olga, id, " It is on the shelf. ").statusCode(200).body("state", equalTo("DECLINED"));

        assertThat(find(ada, id).getString("reason")).isEqualTo("It is on the shelf.");
        assertThat(find(ada, id).getString("timeline[1].text")).isEqualTo("It is on the shelf.");
        assertThat(find(ada, id).getList("actions")).isEmpty();
        awaitNews(id, "created", "declined");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "{\"reason\": \"\"}", "{\"reason\": \"  \"}", "{\"reason\": 5}", "{\"reason\": null}"})
    void declineNeedsAReason(String body) {
        String id = asked(ada, film());

        olga.asks()
                .contentType(ContentType.JSON)
                .body(body)
                .post(REQUESTS + "/" + id + "/decline")
                .then()
                .statusCode(400);
        assertThat(find(ada, id).getString("state")).isEqualTo("PENDING");
    }

    @Test
    void nobodyDecidesOnTheirOwn() {
        String id = asked(ada, film());

        step(ada, id, "approve").statusCode(403);
        decline(ada, id, "No.").statusCode(403);
        step(watcher, id, "approve").statusCode(403);
        assertThat(find(ada, id).getString("state")).isEqualTo("PENDING");
    }

    @Test
    void stepThatIsNotPossibleSaysWhy() {
        String id = asked(ada, film());
        decline(olga, id, "It is on the shelf").statusCode(200);

        step(olga, id, "approve")
                .statusCode(409)
                .body("code", equalTo("STEP_NOT_POSSIBLE"))
                .body("detail", equalTo("It was declined: It is on the shelf. It cannot be approved now."));
        step(ada, id, "cancel").statusCode(409);
        step(ada, id, "retry").statusCode(409);
        assertThat(find(ada, id).getString("state")).isEqualTo("DECLINED");
    }

    @Test
    void whatWasCancelledIsNotTriedAgain() {
        TitleId film = film();
        String id = asked(ada, film);
        step(olga, id, "approve").statusCode(200);

        step(ada, id, "cancel").statusCode(200).body("state", equalTo("CANCELLED"));

        step(ada, id, "retry").statusCode(409).body("detail", containsString("was cancelled"));
        step(olga, id, "approve").statusCode(409);
        assertThat(getter.hasLetGo(UUID.fromString(id))).isTrue();
        ask(ada, wish(film)).statusCode(201);
    }

    @Test
    void whatIsThereIsNotCancelled() {
        TitleId film = film();
        String id = asked(ada, film);
        arrives(film, Map.of());

        step(ada, id, "cancel").statusCode(409).body("detail", containsString("is in Plex"));
    }

    @Test
    void ofTenDecisionsAtOnceOneCounts() {
        String id = asked(ada, film());
        List<Callable<Integer>> decisions = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            decisions.add(() -> step(olga, id, "approve").extract().statusCode());
            decisions.add(() -> decline(olga, id, "No.").extract().statusCode());
        }

        List<Integer> answers = atOnce(decisions);

        assertThat(answers).containsOnly(200, 409);
        assertThat(answers).filteredOn(status -> status == 200).hasSize(1);
        assertThat(timeline(ada, id))
                .filteredOn(List.of("APPROVED", "DECLINED")::contains)
                .hasSize(1);
    }

    @Test
    void anothersRequestIsNotFound() {
        String id = asked(ada, film());

        carla.asks().get(REQUESTS + "/" + id).then().statusCode(404).body("code", equalTo("REQUEST_NOT_FOUND"));
        step(carla, id, "cancel").statusCode(404);
        step(carla, id, "retry").statusCode(404);
        step(carla, UUID.randomUUID().toString(), "cancel").statusCode(404);
        carla.asks().get(REQUESTS + "/1").then().statusCode(404);
        assertThat(find(ada, id).getString("state")).isEqualTo("PENDING");
    }

    @Test
    void whoFollowsSeesTheRequestWithoutItsNoteAndChangesNothing() {
        TitleId film = film();
        Map<String, Object> wish = wish(film);
        wish.put("note", "It is for my mother.");
        String id = ask(ada, wish).extract().path("id");
        ask(carla, wish(film)).statusCode(200).body("note", nullValue()).body("timeline.text", contains(nullValue()));

        assertThat(find(carla, id).getList("actions")).containsExactly("UNFOLLOW");
        step(carla, id, "cancel").statusCode(403);
        step(carla, id, "approve").statusCode(403);
        assertThat(find(watcher, id).getString("note")).isEqualTo("It is for my mother.");
        assertThat(find(ada, id).getString("state")).isEqualTo("PENDING");
    }

    @Test
    void whoStopsFollowingSeesAndHearsNoMore() {
        TitleId film = film();
        String id = asked(ada, film);
        follow(carla, film).statusCode(204);
        follow(carla, film).statusCode(204);
        assertThat(find(carla, id).getInt("followers")).isEqualTo(1);

        carla.asks().delete(path(film) + "/follow").then().statusCode(204);

        carla.asks().get(REQUESTS + "/" + id).then().statusCode(404);
        step(ada, id, "cancel").statusCode(200);
        awaitNews(id, "created", "cancelled");
    }

    @Test
    void whoComesLaterDoesNotSeeWhatWasBefore() {
        TitleId film = film();
        String id = asked(ada, film);
        decline(olga, id, "You have enough.").statusCode(200);

        follow(carla, film).statusCode(204);

        carla.asks().get(REQUESTS + "/" + id).then().statusCode(404);
    }

    @Test
    void everybodysRequestsAreForThoseWhoMaySeeThem() {
        ada.asks().get(REQUESTS + "?scope=ALL").then().statusCode(403);
        ada.asks().get(REQUESTS + "/counts?scope=ALL").then().statusCode(403);
        watcher.asks().get(REQUESTS + "?scope=ALL").then().statusCode(200);
    }

    @Test
    void strangersGetNothing() {
        String id = asked(ada, film());

        RestAssured.get(REQUESTS).then().statusCode(401);
        RestAssured.get(REQUESTS + "/" + id).then().statusCode(401);
        RestAssured.put(path(film()) + "/follow").then().statusCode(401);
        await().atMost(SOON).until(() -> news(id).size() == 1);
    }
}
