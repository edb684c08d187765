package org.medianest.media.shelving;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.medianest.media.system.Connection;
import org.medianest.media.system.SystemKind;
import org.medianest.media.testing.ScriptedSystem;
import org.medianest.media.testing.ScriptedSystem.Asked;
import org.medianest.media.testing.ScriptedSystem.Said;

/** Plex as far as downloads need it: a section whose files are found by scans of their folder, and one collection. */
final class CollectingPlex implements AutoCloseable {
    private static final String SECTION = "/library/sections/5";

    /** Files that a scan of their folder would find, and those that were found, by their keys. */
    private final List<String> files = new ArrayList<>();

    private final Map<String, String> items = new ConcurrentHashMap<>();
    private final List<String> collected = new CopyOnWriteArrayList<>();
    private final AtomicReference<@Nullable String> collectionTitle = new AtomicReference<>();
    private final AtomicReference<@Nullable Said> outage = new AtomicReference<>();

    private final ScriptedSystem system = new ScriptedSystem()
            .answers("GET /library/sections", asked -> said("\"Directory\":[{\"key\":\"5\",\"type\":\"movie\"}]"))
            .answers("GET " + SECTION + "/refresh", this::scan)
            .answers("GET " + SECTION + "/all", asked -> said("\"Metadata\":" + metadata()))
            .answers("GET " + SECTION + "/collections", asked -> said("\"Metadata\":" + collections()))
            .answers("POST /library/collections", this::create)
            .answers("GET /library/collections/c1", this::collection)
            .answers("GET /library/collections/c1/children", this::children)
            .answers("PUT /library/collections/c1/items", this::add);

    Connection connection(JsonObject options) {
        return system.connection(SystemKind.PLEX, options);
    }

    /** A file for the next scan of its folder. */
    void put(String file) {
        synchronized (files) {
            files.add(file);
        }
    }

    void fails() {
        outage.set(new Said(503, ""));
    }

    void works() {
        outage.set(null);
    }

    /** As somebody does who does not want it. */
    void removeCollection() {
        collected.clear();
        collectionTitle.set(null);
    }

    @Nullable
    String collectionTitle() {
        return collectionTitle.get();
    }

    /** The keys of what is in the collection, each as often as it was put there. */
    List<String> collected() {
        return collected;
    }

    List<Asked> looks() {
        return system.asked("GET /library/sections");
    }

    List<Asked> scans() {
        return system.asked("GET " + SECTION + "/refresh");
    }

    List<Asked> made() {
        return system.asked("POST /library/collections");
    }

    List<Asked> extended() {
        return system.asked("PUT /library/collections/c1/items");
    }

    @Override
    public void close() {
        system.close();
    }

    private Said said(String content) {
        Said instead = outage.get();
        return instead == null ? new Said(200, "{\"MediaContainer\":{\"size\":1," + content + "}}") : instead;
    }

    private Said scan(Asked asked) {
        synchronized (files) {
            files.stream()
                    .filter(file -> file.startsWith(asked.param("path") + "/"))
                    .forEach(file -> items.putIfAbsent(file, "k" + items.size()));
        }
        return new Said(200, "");
    }

    private String metadata() {
        JsonArray list = new JsonArray();
        items.forEach((file, key) -> list.add(new JsonObject()
                .put("ratingKey", key)
                .put(
                        "Media",
                        new JsonArray()
                                .add(new JsonObject()
                                        .put("Part", new JsonArray().add(new JsonObject().put("file", file)))))));
        return list.encode();
    }

    private String collections() {
        JsonArray list = new JsonArray();
        if (collectionTitle.get() != null) {
            list.add(new JsonObject().put("ratingKey", "c1").put("title", collectionTitle.get()));
        }
        return list.encode();
    }

    private Said create(Asked asked) {
        collectionTitle.set(asked.param("title"));
        add(asked);
        return said("\"Metadata\":[{\"ratingKey\":\"c1\"}]");
    }

    private Said collection(Asked asked) {
        return collectionTitle.get() == null ? new Said(404, "") : said("\"Metadata\":[{\"ratingKey\":\"c1\"}]");
    }

    private Said children(Asked asked) {
        JsonArray list = new JsonArray();
        collected.forEach(key -> list.add(new JsonObject().put("ratingKey", key)));
        return said("\"Metadata\":" + list.encode());
    }

    private Said add(Asked asked) {
        String uri = asked.param("uri");
        assertThat(uri).startsWith("server://homelab-machine/com.plexapp.plugins.library/library/metadata/");
        collected.addAll(List.of(uri.substring(uri.lastIndexOf('/') + 1).split(",")));
        return said("\"Metadata\":[]");
    }
}
