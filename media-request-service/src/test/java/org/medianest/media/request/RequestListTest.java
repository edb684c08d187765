package org.medianest.media.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.medianest.media.catalogue.TitleId;
import org.medianest.media.request.testing.Household;
import org.medianest.media.request.testing.RequestTest;
import org.medianest.media.testing.MediaServiceTest;

@MediaServiceTest
@TestProfile(Household.class)
class RequestListTest extends RequestTest {
    @ParameterizedTest
    @EnumSource(RequestSort.class)
    void pagesHaveEveryRequestOnceInTheirOrder(RequestSort sort) {
        List<String> ids = new ArrayList<>();
        IntStream.range(0, 7).forEach(n -> ids.add(asked(ada, film())));
        step(ada, ids.get(2), "cancel").statusCode(200);
        List<String> expected = new ArrayList<>(ids);
        switch (sort) {
            case NEWEST -> Collections.reverse(expected);
            case UPDATED -> {
                Collections.reverse(expected);
                expected.remove(ids.get(2));
                expected.addFirst(ids.get(2));
            }
            case OLDEST -> {}
        }

        assertThat(walk(ada, Map.of("sort", sort.name(), "limit", "3"))).isEqualTo(expected);
    }

    @Test
    void mineAreThoseThatIFollowToo() {
        TitleId film = film();
        String anothers = asked(ben, film);
        String mine = asked(ada, film());
        asked(ben, film());
        ask(ada, wish(film)).statusCode(200);

        JsonPath page = list(ada, Map.of());

        assertThat(page.<String>getList("items.id")).containsExactly(mine, anothers);
        assertThat(page.<Boolean>getList("items.joined")).containsExactly(false, true);
        assertThat(page.getString("items[0].timeline")).isNull();
    }

    @Test
    void listIsFilteredByStateAndType() {
        String film = asked(ada, film());
        String series = asked(ada, series());
        String cancelled = asked(ada, film());
        step(ada, cancelled, "cancel").statusCode(200);

        assertThat(walk(ada, Map.of("state", "PENDING"))).containsExactly(series, film);
        assertThat(walk(ada, Map.of("type", "MOVIE"))).containsExactly(cancelled, film);
        assertThat(walk(ada, Map.of("type", "MOVIE", "state", "CANCELLED", "sort", "UPDATED")))
                .containsExactly(cancelled);
        assertThat(walk(olga, Map.of("scope", "ALL", "state", "PENDING", "type", "SERIES", "limit", "100")))
                .contains(series)
                .doesNotContain(film, cancelled);
    }

    @Test
    void everybodysRequestsAreListedForThoseWhoMaySeeThem() {
        String adas = asked(ada, film());
        String bens = asked(ben, film());

        assertThat(list(olga, Map.of("scope", "ALL")).<String>getList("items.id"))
                .startsWith(bens, adas);
    }

    @Test
    void countsAreOfTheSameRequests() {
        TitleId film = film();
        asked(ben, film);
        ask(ada, wish(film)).statusCode(200);
        asked(ada, film());
        step(ada, asked(ada, film()), "cancel").statusCode(200);

        ada.asks()
                .get(REQUESTS + "/counts")
                .then()
                .statusCode(200)
                .body("total", equalTo(3))
                .body("pending", equalTo(2))
                .body("cancelled", equalTo(1))
                .body("available", equalTo(0));
        olga.asks().get(REQUESTS + "/counts?scope=ALL").then().statusCode(200);
    }

    @Test
    void emptyListIsEmpty() {
        ada.asks().get(REQUESTS).then().body("items.size()", equalTo(0)).body("nextCursor", nullValue());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=0",
                "limit=101",
                "limit=x",
                "cursor=x",
                "cursor=AAAAAAAAAAAAAAAAAAAAAA",
                "sort=id;drop table request",
                "state=pending",
                "type=BOOK",
                "scope=THEIRS"
            })
    void badQuestionIsRefused(String query) {
        String[] part = query.split("=", 2);

        ada.asks()
                .queryParam(part[0], part[1])
                .get(REQUESTS)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("VALIDATION_FAILED"))
                .body("detail", containsString(part[0]))
                .body("violations.field", contains(part[0]));
    }

    @Test
    void whatAQuestionMayBeIsSaid() {
        ada.asks()
                .queryParam("scope", "THEIRS")
                .get(REQUESTS)
                .then()
                .body("violations[0].message", equalTo("must be one of MINE, ALL"));
    }

    private static List<String> walk(Person person, Map<String, String> query) {
        List<String> ids = new ArrayList<>();
        String cursor = null;
        do {
            RequestSpecification question = person.asks().queryParams(query);
            if (cursor != null) {
                question.queryParam("cursor", cursor);
            }
            JsonPath page =
                    question.get(REQUESTS).then().statusCode(200).extract().jsonPath();
            ids.addAll(page.getList("items.id"));
            cursor = page.getString("nextCursor");
        } while (cursor != null);
        return ids;
    }

    private static JsonPath list(Person person, Map<String, String> query) {
        return person.asks()
                .queryParams(query)
                .get(REQUESTS)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
