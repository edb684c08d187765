package org.medianest.gateway.uptimekuma;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Signing in at an Uptime Kuma. By the token of an earlier time if there is one, which needs no second factor; else by the password.
 * Each try counts: more than 20 a minute and it listens no more.
 */
final class KumaLogin {
    private KumaLogin() {}

    /** What it says to somebody who wants in. */
    sealed interface Outcome {
        /** @param token for the next time; null when none was needed */
        record In(@Nullable Secret token) implements Outcome {}

        record NeedsCode() implements Outcome {}

        /** @param message in words for the admin */
        record Refused(String message) implements Outcome {}

        /** Too many tries; in a minute again. */
        record TooOften() implements Outcome {}
    }

    static Future<Outcome> login(KumaLine line, Access.Socket access) {
        Secret token = access.token();
        return token == null
                ? byPassword(line, access)
                : line.call("loginByToken", token.value())
                        .map(answer -> read(answer, token))
                        // the password may have been changed there, which ends all tokens
                        .compose(outcome -> outcome instanceof Outcome.Refused
                                ? byPassword(line, access)
                                : Future.succeededFuture(outcome));
    }

    private static Future<Outcome> byPassword(KumaLine line, Access.Socket access) {
        Secret code = access.code();
        return line.call(
                        "login",
                        Map.of(
                                "username", access.username(),
                                "password", access.password().value(),
                                "token", code == null ? "" : code.value()))
                .map(answer -> read(answer, null));
    }

    private static Outcome read(JsonNode arguments, @Nullable Secret used) {
        JsonNode answer = arguments.path(0);
        if (answer.path("tokenRequired").asBoolean(false)) {
            return new Outcome.NeedsCode();
        }
        if (answer.path("ok").asBoolean(false)) {
            JsonNode token = answer.path("token");
            return new Outcome.In(token.isTextual() ? new Secret(token.textValue()) : used);
        }
        String word = answer.path("msg").asText("");
        return word.startsWith("Too frequently")
                ? new Outcome.TooOften()
                : new Outcome.Refused(KumaWords.ofRefusal(word));
    }
}
