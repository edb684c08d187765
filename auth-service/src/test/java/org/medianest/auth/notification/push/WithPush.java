package org.medianest.auth.notification.push;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.medianest.auth.notification.WithNews;
import org.medianest.auth.testing.PushBrowser;
import org.medianest.auth.testing.PushService;
import org.medianest.commons.database.Database;

/** Somebody whose browser can subscribe, and the push service of its maker. */
@SuppressWarnings("NullAway.Init")
abstract class WithPush extends WithNews {
    static final String SUBSCRIPTIONS = PATH + "/push/subscriptions";

    PushService pushService;

    @Inject
    Database database;

    PushBrowser browser;
    String device;

    @BeforeEach
    void adaHasABrowser() throws GeneralSecurityException {
        browser = new PushBrowser();
        device = UUID.randomUUID().toString();
    }

    @AfterEach
    void pushServiceTakesAll() {
        pushService.answers(201);
    }

    ValidatableResponse subscribe(String name) {
        return asAda().contentType(ContentType.JSON)
                .body(subscriber(name))
                .post(SUBSCRIPTIONS)
                .then();
    }

    Map<String, Object> subscriber(String name) {
        return subscriber(browser.p256dh(), browser.auth(), pushService.endpoint(name));
    }

    static Map<String, Object> subscriber(String p256dh, String auth, String endpoint) {
        return Map.of("endpoint", endpoint, "keys", Map.of("p256dh", p256dh, "auth", auth));
    }

    List<String> subscriptions() {
        return database.list(
                        row -> row.getString("endpoint"),
                        "select endpoint from push_subscription where person_id = $1",
                        ada.id())
                .await()
                .indefinitely();
    }
}
