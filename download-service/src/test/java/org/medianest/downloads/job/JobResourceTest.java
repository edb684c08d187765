package org.medianest.downloads.job;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.medianest.downloads.testing.MediaServer;
import org.medianest.downloads.testing.QueueOnly;
import org.medianest.downloads.testing.ServiceTest;

@QuarkusTest
@TestProfile(QueueOnly.class)
class JobResourceTest extends ServiceTest {
    private static final String LINK = "https://youtu.be/dQw4w9WgXcQ";

    private final Person ada = Person.named("ada");
    private final Person grace = Person.named("grace");

    @Test
    void submittedDownloadIsStoredTogetherWithItsEvent() {
        String id = submit(ada, wish(LINK))
                .statusCode(202)
                .header("Location", notNullValue())
                .body("state", equalTo("QUEUED"))
                .body("url", equalTo("https://www.youtube.com/watch?v=dQw4w9WgXcQ"))
                .body("title", nullValue())
                .body("progress", nullValue())
                .body("file", nullValue())
                .extract()
                .path("id");

        assertThat(this.<Long>sql(
                        "select count(*) from outbox where envelope like ?", "%download.queued.v1%" + id + "%"))
                .isEqualTo(1);
        awaitEvents(id, "queued");
    }

    @Test
    void locationIsWhereItIs() {
        String location = submit(ada, wish(LINK)).extract().header("Location");

        ada.asks()
                .get(location.replaceAll("^https?://[^/]+", ""))
                .then()
                .statusCode(200)
                .body("state", equalTo("QUEUED"));
    }

    @Test
    void listIsNewestFirstInPages() {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            ids.addFirst(submitted(ada, LINK));
        }
        submitted(grace, LINK);

        var first = ada.asks()
                .get(DOWNLOADS + "?limit=3")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        var second = ada.asks()
                .get(DOWNLOADS + "?limit=3&cursor=" + first.getString("nextCursor"))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();

        assertThat(first.getList("items.id", String.class)).isEqualTo(ids.subList(0, 3));
        assertThat(second.getList("items.id", String.class)).isEqualTo(ids.subList(3, 5));
        assertThat(second.getString("nextCursor")).isNull();
    }

    @Test
    void anothersDownloadIsNotThere() {
        String id = submitted(ada, LINK);
        String path = DOWNLOADS + "/" + id;

        for (String each : List.of(path, path + "/file", path + "/thumbnail")) {
            grace.asks().get(each).then().statusCode(404).body("code", equalTo("DOWNLOAD_NOT_FOUND"));
        }
        grace.asks().head(path + "/file").then().statusCode(404);
        grace.asks().post(path + "/cancel").then().statusCode(404);
        grace.asks().post(path + "/retry").then().statusCode(404);
        grace.asks().delete(path).then().statusCode(404);
        assertThat(find(ada, id).getString("state")).isEqualTo("QUEUED");
    }

    @Test
    void nobodyWithoutATokenGetsAnything() {
        String path = DOWNLOADS + "/" + submitted(ada, LINK);

        for (String each : List.of(
                DOWNLOADS,
                path,
                path + "/file",
                path + "/thumbnail",
                DOWNLOADS + "/probes/" + UUID.randomUUID() + "/thumbnail")) {
            given().get(each).then().statusCode(401).body("code", equalTo("UNAUTHENTICATED"));
        }
        for (String each : List.of(DOWNLOADS, DOWNLOADS + "/probes")) {
            given().contentType(ContentType.JSON)
                    .body(wish(LINK))
                    .post(each)
                    .then()
                    .statusCode(401);
        }
        given().post(path + "/cancel").then().statusCode(401);
        given().post(path + "/retry").then().statusCode(401);
        given().delete(path).then().statusCode(401);
    }

    @Test
    void permissionIsNeededToAskButNotToLook() {
        Person guest = new Person(UUID.randomUUID(), "guest");

        submit(guest, wish(LINK)).statusCode(403).body("code", equalTo("FORBIDDEN"));
        guest.asks()
                .contentType(ContentType.JSON)
                .body(Map.of("url", LINK))
                .post(DOWNLOADS + "/probes")
                .then()
                .statusCode(403);
        guest.asks().get(DOWNLOADS).then().statusCode(200);
        assertThat(jobsOf(guest)).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT", "PATCH", "DELETE", "TRACE", "PROPFIND"})
    void otherMethodsAreRefused(String method) {
        int status = ada.asks().request(method, DOWNLOADS + "/probes").statusCode();

        assertThat(status).isIn(404, 405, 501);
    }

    @Test
    void waitingDownloadIsCancelledAndAskedForAgain() {
        String id = submitted(ada, LINK);

        ada.asks()
                .post(DOWNLOADS + "/" + id + "/cancel")
                .then()
                .statusCode(202)
                .body("state", equalTo("CANCELLED"))
                .body("finishedAt", notNullValue());
        ada.asks()
                .post(DOWNLOADS + "/" + id + "/cancel")
                .then()
                .statusCode(409)
                .body("code", equalTo("DOWNLOAD_FINISHED"));
        ada.asks()
                .post(DOWNLOADS + "/" + id + "/retry")
                .then()
                .statusCode(202)
                .body("state", equalTo("QUEUED"))
                .body("finishedAt", nullValue());
        ada.asks()
                .post(DOWNLOADS + "/" + id + "/retry")
                .then()
                .statusCode(409)
                .body("code", equalTo("DOWNLOAD_NOT_FINISHED"));

        awaitEvents(id, "queued", "cancelled", "queued");
    }

    @Test
    void onlyWhatHasEndedIsRemoved() {
        String id = submitted(ada, LINK);

        ada.asks().delete(DOWNLOADS + "/" + id).then().statusCode(409).body("code", equalTo("DOWNLOAD_NOT_FINISHED"));
        ada.asks().post(DOWNLOADS + "/" + id + "/cancel").then().statusCode(202);
        ada.asks().delete(DOWNLOADS + "/" + id).then().statusCode(204);

        ada.asks().get(DOWNLOADS + "/" + id).then().statusCode(404);
        ada.asks().delete(DOWNLOADS + "/" + id).then().statusCode(404);
        awaitEvents(id, "queued", "cancelled", "removed");
    }

    @Test
    void cancelAndRetryAtOnceLeaveOneOfThem() throws Exception {
        String id = submitted(ada, LINK);
        List<Callable<Integer>> calls = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            String command = i % 2 == 0 ? "/cancel" : "/retry";
            calls.add(() -> ada.asks().post(DOWNLOADS + "/" + id + command).statusCode());
        }

        try (ExecutorService callers = Executors.newFixedThreadPool(6)) {
            assertThat(callers.invokeAll(calls).stream().map(ServiceTest::result))
                    .allMatch(status -> status == 202 || status == 409);
        }
        await().atMost(SOON)
                .until(() -> !events(id).isEmpty()
                        && events(id).size() % 2
                                == (find(ada, id).getString("state").equals("QUEUED") ? 1 : 0));
        for (int i = 0; i < events(id).size(); i++) {
            assertThat(events(id).get(i)).isEqualTo(i % 2 == 0 ? "queued" : "cancelled");
        }
    }

    @Test
    void linkOfTheTestSiteIsAllowedOnlyBecauseItIsListed() {
        submit(ada, wish(MediaServer.url("/v.mp4"))).statusCode(202);
        submit(ada, wish(MediaServer.innerUrl("/v.mp4"))).statusCode(400).body("code", equalTo("LINK_NOT_ALLOWED"));
    }
}
