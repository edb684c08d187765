package org.medianest.downloads.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.medianest.downloads.testing.QueueOnly;
import org.medianest.downloads.testing.ServiceTest;

/** A key says that it is the same wish, however often it is sent. */
@QuarkusTest
@TestProfile(QueueOnly.class)
class JobIdempotencyTest extends ServiceTest {
    private static final String LINK = "https://youtu.be/dQw4w9WgXcQ";

    private final Person ada = Person.named("ada");
    private final Person grace = Person.named("grace");

    @Test
    void sameKeyAsksOnce() {
        String key = UUID.randomUUID().toString();

        String first = withKey(key, wish(LINK));
        String second = withKey(key, wish(LINK));

        assertThat(second).isEqualTo(first);
        assertThat(jobsOf(ada)).isEqualTo(1);
    }

    @Test
    void sameKeyAtTheSameMomentAsksOnce() throws Exception {
        String key = UUID.randomUUID().toString();
        List<Callable<String>> calls = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            calls.add(() -> withKey(key, wish(LINK)));
        }

        try (ExecutorService callers = Executors.newFixedThreadPool(8)) {
            assertThat(callers.invokeAll(calls).stream()
                            .map(ServiceTest::result)
                            .distinct())
                    .hasSize(1);
        }
        assertThat(jobsOf(ada)).isEqualTo(1);
    }

    @Test
    void sameKeyForSomethingElseIsRefused() {
        String key = UUID.randomUUID().toString();
        withKey(key, wish(LINK));

        keyed(key)
                .body(Map.of("url", LINK, "quality", "AUDIO"))
                .post(DOWNLOADS)
                .then()
                .statusCode(422)
                .body("code", equalTo("IDEMPOTENCY_KEY_REUSED"));
        assertThat(jobsOf(ada)).isEqualTo(1);
    }

    @Test
    void sameKeyOfAnotherPersonIsAnotherKey() {
        String key = UUID.randomUUID().toString();
        String first = withKey(key, wish(LINK));

        String second = grace.asks()
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .body(wish(LINK))
                .post(DOWNLOADS)
                .then()
                .statusCode(202)
                .extract()
                .path("id");

        assertThat(second).isNotEqualTo(first);
    }

    @Test
    void keyIsForgottenAfterADay() {
        String key = UUID.randomUUID().toString();
        String first = withKey(key, wish(LINK));
        update("update idempotency_key set created_at = now() - interval '25 hours' where key = ?", key);

        assertThat(withKey(key, wish(LINK))).isNotEqualTo(first);
    }

    private String withKey(String key, Map<String, ?> wish) {
        return keyed(key)
                .body(wish)
                .post(DOWNLOADS)
                .then()
                .statusCode(202)
                .extract()
                .path("id");
    }

    private RequestSpecification keyed(String key) {
        return ada.asks().contentType(ContentType.JSON).header("Idempotency-Key", key);
    }
}
