package org.medianest.homelab.arr;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Profiles, root folders and tags. */
final class Settings {
    private static final long FREE = 2_199_023_255_552L;
    private static final long TOTAL = 8_796_093_022_208L;

    private final Map<Integer, String> profiles = Map.of(1, "Any", 4, "HD-1080p", 5, "Ultra-HD");
    private final List<String> rootFolders;
    private final Map<Integer, String> tags = new LinkedHashMap<>();

    Settings(List<String> rootFolders) {
        this.rootFolders = List.copyOf(rootFolders);
    }

    boolean hasProfile(int id) {
        return profiles.containsKey(id);
    }

    boolean hasRootFolder(String path) {
        return rootFolders.contains(withoutSlash(path));
    }

    /** Which root folder a path is in, as the arr finds out itself. */
    String rootFolderOf(String path) {
        return rootFolders.stream()
                .filter(folder -> path.startsWith(folder + "/"))
                .findFirst()
                .orElse("");
    }

    static String withoutSlash(String path) {
        return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    JsonArray profilesJson() {
        JsonArray json = new JsonArray();
        profiles.keySet().stream()
                .sorted()
                .forEach(id -> json.add(new JsonObject()
                        .put("name", profiles.get(id))
                        .put("upgradeAllowed", false)
                        .put("cutoff", 3)
                        .put(
                                "items",
                                new JsonArray()
                                        .add(new JsonObject()
                                                .put("quality", Json.qualityDefinition())
                                                .put("items", new JsonArray())
                                                .put("allowed", true)))
                        .put("minFormatScore", 0)
                        .put("cutoffFormatScore", 0)
                        .put("formatItems", new JsonArray())
                        .put("id", id)));
        return json;
    }

    JsonArray rootFoldersJson() {
        JsonArray json = new JsonArray();
        for (int i = 0; i < rootFolders.size(); i++) {
            json.add(new JsonObject()
                    .put("path", rootFolders.get(i))
                    .put("accessible", true)
                    .put("freeSpace", FREE)
                    .put("unmappedFolders", new JsonArray())
                    .put("id", i + 1));
        }
        return json;
    }

    JsonArray diskSpaceJson() {
        JsonArray json = new JsonArray();
        rootFolders.forEach(folder -> json.add(new JsonObject()
                .put("path", folder)
                .put("label", "")
                .put("freeSpace", FREE)
                .put("totalSpace", TOTAL)));
        return json;
    }

    JsonArray tagsJson() {
        JsonArray json = new JsonArray();
        tags.keySet().forEach(id -> json.add(tagJson(id)));
        return json;
    }

    JsonObject tagJson(int id) {
        return new JsonObject()
                .put("label", Objects.requireNonNull(tags.get(id)))
                .put("id", id);
    }

    /** Labels are in small letters; one that is there already stays the only one. */
    int tag(String label) {
        String small = label.toLowerCase(Locale.ROOT);
        return tags.entrySet().stream()
                .filter(tag -> tag.getValue().equals(small))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseGet(() -> {
                    int id = tags.size() + 1;
                    tags.put(id, small);
                    return id;
                });
    }

    JsonArray labels(Collection<Integer> ids) {
        JsonArray json = new JsonArray();
        ids.stream().map(tags::get).filter(Objects::nonNull).sorted().forEach(json::add);
        return json;
    }

    void reset() {
        tags.clear();
    }
}
