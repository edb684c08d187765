package org.medianest.homelab.arr;

import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What both arrs check before they keep something. All that is wrong is said at once. */
final class AddChecks {
    private final Settings settings;
    private final List<Refusal.Failure> failures = new ArrayList<>();

    AddChecks(Settings settings) {
        this.settings = settings;
    }

    void fails(String property, String message, Object attempted, String code) {
        failures.add(new Refusal.Failure(property, message, attempted, code));
    }

    AddChecks profile(JsonObject body) {
        int profile = Objects.requireNonNullElse(body.getInteger("qualityProfileId"), 0);
        if (profile <= 0) {
            fails(
                    "QualityProfileId",
                    "'Quality Profile Id' must be greater than '0'.",
                    profile,
                    "GreaterThanValidator");
        } else if (!settings.hasProfile(profile)) {
            fails("QualityProfileId", "Quality Profile does not exist", profile, "QualityProfileExistsValidator");
        }
        return this;
    }

    AddChecks place(JsonObject body) {
        if (!text(body, "path").isBlank()) {
            return this;
        }
        String folder = text(body, "rootFolderPath");
        if (folder.isBlank()) {
            fails("RootFolderPath", "'Root Folder Path' must not be empty.", folder, "NotEmptyValidator");
        } else if (!settings.hasRootFolder(folder)) {
            fails(
                    "RootFolderPath",
                    "Root folder '%s' does not exist".formatted(folder),
                    folder,
                    "RootFolderExistsValidator");
        }
        return this;
    }

    void refuseFailures() {
        if (!failures.isEmpty()) {
            throw Refusal.invalid(failures);
        }
    }

    /** Where it goes: the path it was given, or a folder of its own in the root folder. */
    static String path(JsonObject body, String folder) {
        String path = text(body, "path");
        return path.isBlank() ? Settings.withoutSlash(text(body, "rootFolderPath")) + "/" + folder : path;
    }

    static String text(JsonObject body, String name) {
        return Objects.toString(body.getString(name), "");
    }
}
