package org.medianest.media.library;

import static org.awaitility.Awaitility.await;

import io.restassured.path.json.JsonPath;
import java.time.Duration;
import org.medianest.media.testing.People;

/** What an admin sees of the library, and has it do. */
final class LibraryPage {
    static final String PATH = "/api/v1/media/library";
    private static final Duration SOON = Duration.ofSeconds(60);

    private LibraryPage() {}

    static JsonPath view() {
        return People.admin().get(PATH).then().statusCode(200).extract().jsonPath();
    }

    static void scan() {
        People.admin().post(PATH + "/scan").then().statusCode(202);
    }

    static JsonPath upToDate() {
        return awaitState("UP_TO_DATE");
    }

    static JsonPath awaitState(String state) {
        return await().atMost(SOON)
                .until(LibraryPage::view, view -> view.getString("state").equals(state));
    }
}
