package org.medianest.auth.notification.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.http.ContentType;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.medianest.auth.testing.AuthServiceTest;

/** Which browsers are told, and whose they are. */
@AuthServiceTest
class PushSubscriptionTest extends WithPush {
    @Test
    void browserThatSubscribesAgainIsToldOnceAndBelongsToWhoCameLast() {
        subscribe(device).statusCode(201);
        subscribe(device).statusCode(204);
        assertThat(subscriptions()).hasSize(1);

        String bobs = tokenOf(house.resident());
        as(bobs).contentType(ContentType.JSON)
                .body(subscriber(device))
                .post(SUBSCRIPTIONS)
                .then()
                .statusCode(204);

        assertThat(subscriptions()).isEmpty();
    }

    @Test
    void eleventhBrowserTakesThePlaceOfTheFirst() {
        for (int i = 0; i <= 10; i++) {
            subscribe(device + i).statusCode(201);
        }

        assertThat(subscriptions())
                .hasSize(10)
                .contains(pushService.endpoint(device + 10))
                .doesNotContain(pushService.endpoint(device + 0));
    }

    @Test
    void onesOwnBrowserCanUnsubscribeAndNobodyElses() {
        subscribe(device);
        Map<String, String> endpoint = Map.of("endpoint", pushService.endpoint(device));
        String bobs = tokenOf(house.resident());

        as(bobs).contentType(ContentType.JSON)
                .body(endpoint)
                .delete(SUBSCRIPTIONS)
                .then()
                .statusCode(204);
        assertThat(subscriptions()).hasSize(1);
        asAda().contentType(ContentType.JSON)
                .body(endpoint)
                .delete(SUBSCRIPTIONS)
                .then()
                .statusCode(204);
        asAda().contentType(ContentType.JSON)
                .body(endpoint)
                .delete(SUBSCRIPTIONS)
                .then()
                .statusCode(204);

        assertThat(subscriptions()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://push.example.org/x",
                "https://127.0.0.1/x",
                "https://0/x",
                "https://0x7f.1/x",
                "https://017700000001/x",
                "https://2130706433/x",
                "https://[::1]/x",
                "https://[::ffff:127.0.0.1]/x",
                "https://[64:ff9b::a9fe:a9fe]/x",
                "https://169.254.169.254/latest",
                "https://100.64.0.1/x",
                "https://10.0.0.1/x",
                "https://192.168.1.1/x",
                "https://[fd00::1]/x",
                "https://localhost/x",
                "https://localhost./x",
                "https://①②⑦.0.0.1/x",
                "https://push.example.org:8443/x",
                "https://ada:secret@push.example.org/x",
                "file:///etc/passwd",
                "https:///x",
                "push",
                ""
            })
    void whatIsNotOutInTheWorldIsNotCalled(String endpoint) {
        asAda().contentType(ContentType.JSON)
                .body(subscriber(browser.p256dh(), browser.auth(), endpoint))
                .post(SUBSCRIPTIONS)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("violations[0].field", equalTo("endpoint"));

        assertThat(subscriptions()).isEmpty();
    }

    @Test
    void whatIsNoKeyIsRefused() {
        String endpoint = pushService.endpoint(device);
        for (Map<String, Object> forged : List.of(
                subscriber("AAAA", browser.auth(), endpoint),
                subscriber("ä", browser.auth(), endpoint),
                subscriber(browser.p256dh(), "AAAA", endpoint),
                subscriber(browser.auth(), browser.p256dh(), endpoint))) {
            asAda().contentType(ContentType.JSON)
                    .body(forged)
                    .post(SUBSCRIPTIONS)
                    .then()
                    .statusCode(400);
        }

        assertThat(subscriptions()).isEmpty();
    }
}
