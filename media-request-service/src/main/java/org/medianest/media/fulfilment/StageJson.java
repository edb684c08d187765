package org.medianest.media.fulfilment;

import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.medianest.media.fulfilment.Stage.Approved;
import org.medianest.media.fulfilment.Stage.Declined;
import org.medianest.media.fulfilment.Stage.Downloading;
import org.medianest.media.fulfilment.Stage.Imported;
import org.medianest.media.fulfilment.Stage.NeedsAttention;
import org.medianest.media.fulfilment.Stage.Searching;
import org.medianest.media.fulfilment.Stage.WaitingForRelease;

/** A stage as it lies in its column. */
final class StageJson {
    private StageJson() {}

    static JsonObject write(Stage stage) {
        return switch (stage) {
            case Approved approved -> kind("APPROVED");
            case WaitingForRelease(LocalDate date) ->
                kind("WAITING_FOR_RELEASE").put("date", text(date));
            case Searching searching -> kind("SEARCHING");
            case Downloading(double percent, Long eta) ->
                kind("DOWNLOADING").put("percent", percent).put("eta", eta);
            case NeedsAttention(String reason) -> kind("NEEDS_ATTENTION").put("reason", reason);
            case Imported imported -> kind("IMPORTED");
            case Declined(String reason) -> kind("DECLINED").put("reason", reason);
        };
    }

    static Stage read(JsonObject json) {
        return switch (json.getString("kind")) {
            case "WAITING_FOR_RELEASE" -> new WaitingForRelease(date(json.getString("date")));
            case "SEARCHING" -> new Searching();
            case "DOWNLOADING" -> new Downloading(json.getDouble("percent"), json.getLong("eta"));
            case "NEEDS_ATTENTION" -> new NeedsAttention(json.getString("reason"));
            case "IMPORTED" -> new Imported();
            case "DECLINED" -> new Declined(json.getString("reason"));
            default -> new Approved();
        };
    }

    private static JsonObject kind(String kind) {
        return new JsonObject().put("kind", kind);
    }

    private static @Nullable String text(@Nullable LocalDate date) {
        return date == null ? null : date.toString();
    }

    private static @Nullable LocalDate date(@Nullable String text) {
        return text == null ? null : LocalDate.parse(text);
    }
}
