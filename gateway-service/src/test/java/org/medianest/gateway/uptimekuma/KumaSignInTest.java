package org.medianest.gateway.uptimekuma;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.medianest.gateway.testing.House;

@QuarkusTest
@WithTestResource(House.class)
class KumaSignInTest extends FakeKumaSource {
    @Test
    void withoutAccountsNobodyNeedsToSignIn() {
        kuma.asksForLogin = false;

        test(socket()).body("ok", equalTo(true));
        assertThat(kuma.calls).isEmpty();
    }

    @Test
    void wrongPasswordIsSaidAndNotTriedAgain() {
        Map<String, String> wrong = socket();
        wrong.put("password", "wrong");

        test(wrong)
                .body("ok", equalTo(false))
                .body("message", equalTo("Uptime Kuma does not accept the user name or the password."));
        save(wrong).statusCode(200);

        eventually(() -> items().body("sources[0].state", equalTo("REFUSED"))
                .body("sources[0].message", equalTo("Uptime Kuma does not accept the user name or the password.")));
        assertThat(kuma.calls).containsExactly("login", "login");
    }

    @Test
    void codeOfTheTestIsNotNeededTwice() {
        kuma.wantsCode = true;
        test(socket()).body("ok", equalTo(false)).body("needsTwoFactor", equalTo(true));
        Map<String, String> withCode = socket();
        withCode.put("twoFactor", "123 456");

        test(withCode).body("ok", equalTo(true)).body("found.version", equalTo("2.0.2"));
        save(withCode).statusCode(200);

        eventually(() -> items().body("sources[0].state", equalTo("CONNECTED")));
        assertThat(kuma.calls).containsExactly("login", "login", "loginByToken");
    }

    @Test
    void codeThatIsNotAcceptedIsSaidAtOnce() {
        kuma.wantsCode = true;
        save(socket()).statusCode(200);
        eventually(() -> items().body("sources[0].state", equalTo("NEEDS_CODE"))
                .body("sources[0].message", containsString("two-factor code")));
        Map<String, String> wrong = socket();
        wrong.put("twoFactor", "000000");

        save(wrong)
                .statusCode(409)
                .body("code", equalTo("SOURCE_REFUSED"))
                .body("detail", containsString("does not accept this two-factor code"));
    }
}
