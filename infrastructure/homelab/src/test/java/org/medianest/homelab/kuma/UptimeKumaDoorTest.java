package org.medianest.homelab.kuma;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class UptimeKumaDoorTest extends WithUptimeKuma {
    @Test
    void clientIsToldAtOnceThatItMustSignIn() {
        try (Frames frames = new Frames(http.base()).connect()) {
            frames.awaitEvent("loginRequired");

            JsonObject handshake = new JsonObject(frames.frames().getFirst().substring(1));
            assertThat(handshake.getInteger("pingInterval")).isEqualTo(25000);
            assertThat(handshake.getInteger("pingTimeout")).isEqualTo(20000);
            assertThat(frames.eventNames()).containsExactly("info", "loginRequired");
            assertThat(frames.events("info").getFirst().getJsonObject(1).containsKey("version"))
                    .isFalse();
        }
    }

    @Test
    void wrongPasswordIsRefusedInKeysForTranslation() {
        try (Frames frames = new Frames(http.base()).connect()) {
            JsonObject answer = frames.ask(
                    "login",
                    new JsonObject()
                            .put("username", "admin")
                            .put("password", "wrong")
                            .put("token", ""));

            assertThat(answer)
                    .isEqualTo(new JsonObject()
                            .put("ok", false)
                            .put("msg", "authIncorrectCreds")
                            .put("msgi18n", true));
            assertThat(frames.ask("getMonitorList").getBoolean("ok")).isFalse();
        }
    }

    @Test
    void tokenLetsInAgainUntilThePasswordIsChanged() {
        try (Frames first = new Frames(http.base()).connect();
                Frames second = new Frames(http.base()).connect()) {
            String token = first.login().getString("token");

            assertThat(second.ask("loginByToken", token)).isEqualTo(new JsonObject().put("ok", true));
            second.awaitEvent("monitorList");
            homelab.uptimeKuma().changePassword("another");
            assertThat(second.ask("loginByToken", token).getString("msg")).isEqualTo("authInvalidToken");
            assertThat(second.ask("loginByToken", "garbage").getString("msg")).isEqualTo("authInvalidToken");
        }
    }

    @Test
    void secondFactorIsAskedForAndTakenOnce() {
        homelab.uptimeKuma().twoFactor(true);
        JsonObject credentials =
                new JsonObject().put("username", UptimeKuma.USERNAME).put("password", UptimeKuma.PASSWORD);
        try (Frames frames = new Frames(http.base()).connect()) {
            String code = homelab.uptimeKuma().twoFactorCode();

            assertThat(frames.login()).isEqualTo(new JsonObject().put("tokenRequired", true));
            assertThat(frames.ask("login", credentials.copy().put("token", "12"))
                            .getString("msg"))
                    .isEqualTo("authInvalidToken");
            assertThat(frames.ask("login", credentials.copy().put("token", code))
                            .getBoolean("ok"))
                    .isTrue();
            assertThat(frames.ask("login", credentials.copy().put("token", code))
                            .getBoolean("ok"))
                    .isFalse();
        }
    }

    @Test
    void signingInTooOftenIsRefusedForAMinute() {
        try (Frames frames = new Frames(http.base()).connect()) {
            for (int i = 0; i < 20; i++) {
                frames.ask("login", new JsonObject().put("username", "x").put("password", "y"));
            }

            JsonObject refused = frames.login();
            homelab.clock().advance(Duration.ofMinutes(2));

            assertThat(refused)
                    .isEqualTo(new JsonObject().put("ok", false).put("msg", "Too frequently, try again later."));
            assertThat(frames.login().getBoolean("ok")).isTrue();
        }
    }

    @Test
    void withoutAuthenticationEverybodyIsIn() {
        homelab.uptimeKuma().door(UptimeKuma.Door.OPEN);
        try (Frames frames = new Frames(http.base()).connect()) {
            frames.awaitEvent("autoLogin");

            assertThat(frames.eventNames()).contains("monitorList").doesNotContain("loginRequired");
        }
    }
}
