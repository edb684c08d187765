package org.medianest.media.browse;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.medianest.media.testing.MediaServiceTest;
import org.medianest.media.testing.People;

@MediaServiceTest
class ImageResourceTest extends WithTmdb {
    @Test
    void pictureOfTmdbIsPassedOnForThoseWhoAreSignedIn() {
        String poster = anyFilm().getString("posterUrl");

        var answer = People.guest().get(poster).then().statusCode(200).extract();

        assertThat(answer.contentType()).startsWith("image/");
        assertThat(answer.header("Cache-Control")).isEqualTo("private, max-age=2592000");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        RestAssured.get(poster).then().statusCode(401);
    }

    @Test
    void pictureRoutesTakeNothingButPictures() {
        List.of(
                        "/images/tmdb/original/a.jpg",
                        "/images/tmdb/w342/a.svg",
                        "/images/tmdb/w342/..%2fsecret.jpg",
                        "/images/tmdb/w342/http:%2f%2fexample.org%2fa.jpg",
                        "/images/plex/1%2f2/thumb",
                        "/images/plex/1/file")
                .forEach(path -> People.guest()
                        .urlEncodingEnabled(false)
                        .get(MEDIA + path)
                        .then()
                        .statusCode(404));
    }
}
