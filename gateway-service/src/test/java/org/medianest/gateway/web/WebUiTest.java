package org.medianest.gateway.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.medianest.gateway.testing.House;
import org.medianest.gateway.testing.RawHttp;

@QuarkusTest
@WithTestResource(House.class)
class WebUiTest {
    @ParameterizedTest
    @ValueSource(strings = {"/", "/index.html", "/downloads", "/downloads/0198-x", "/sign-in?next=%2F"})
    void pagesAreTheApplication(String path) {
        given().urlEncodingEnabled(false)
                .accept("text/html")
                .get(path)
                .then()
                .statusCode(200)
                .contentType("text/html; charset=utf-8")
                .header("Cache-Control", equalTo("no-cache"))
                .body(containsString("<title>MediaNest</title>"));
    }

    @Test
    void assetsAreKeptForAYear() throws IOException {
        RawHttp.Answer answer = RawHttp.ask(RestAssured.port, "GET /assets/app-1a2b.js HTTP/1.1");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.head())
                .contains("content-type: text/javascript; charset=utf-8")
                .contains("cache-control: public, max-age=31536000, immutable")
                .contains("vary: accept-encoding")
                .doesNotContain("content-encoding");
        assertThat(answer.body()).isEqualTo("console.log('plain')");
    }

    @Test
    void packedFilesGoToThoseWhoTakeThem() throws IOException {
        given().header("Accept-Encoding", "br, gzip")
                .get("/assets/app-1a2b.js")
                .then()
                .header("Content-Encoding", equalTo("gzip"))
                .body(equalTo("console.log('packed')"));
        assertThat(RawHttp.ask(RestAssured.port, "GET /assets/app-1a2b.js HTTP/1.1", "Accept-Encoding: gzip;q=0")
                        .body())
                .isEqualTo("console.log('plain')");
    }

    @Test
    void whatABrowserHasIsNotSentAgain() throws IOException {
        String etag = given().get("/favicon.svg").header("ETag");

        RawHttp.Answer answer = RawHttp.ask(RestAssured.port, "GET /favicon.svg HTTP/1.1", "If-None-Match: W/" + etag);

        assertThat(answer.status()).isEqualTo(304);
        assertThat(answer.body()).isEmpty();
        assertThat(answer.hasHeader("etag: " + etag)).isTrue();
    }

    @Test
    void headHasTheLengthOnly() throws IOException {
        RawHttp.Answer answer = RawHttp.ask(RestAssured.port, "HEAD /favicon.svg HTTP/1.1");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.head()).contains("content-length: 6");
        assertThat(answer.body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/assets/missing.js",
                "/missing.png",
                "/.env",
                "/.vite/manifest.json",
                "/link.txt",
                "/secret.txt",
                "/assets/app-1a2b.js.map",
                "/assets/app-1a2b.js.gz",
            })
    void whatIsNotPublishedIsNotThere(String path) {
        given().accept("*/*")
                .get(path)
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("code", equalTo("NOT_FOUND"));
    }

    @Test
    void programsGetNoPageForAnAddressThatIsNotThere() {
        given().accept("application/json").get("/downloads").then().statusCode(404);
    }

    @Test
    void pagesAreReadOnly() {
        given().post("/downloads").then().statusCode(405).header("Allow", equalTo("GET, HEAD"));
    }
}
