package org.medianest.homelab.arr;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.medianest.homelab.system.Reply;

/** The routes that both arrs have. */
final class CommonApi {
    private static final String API = "/api/v3";

    private final Arr arr;

    CommonApi(Arr arr) {
        this.arr = arr;
    }

    void mount(Router router) {
        get(router, "/system/status", (context, now) -> Reply.json(context, 200, status()));
        // ASP.NET does not mind capitals, and Seerr writes one here.
        router.getWithRegex("(?i)" + API + "/qualityprofile")
                .handler(arr.locked((context, now) ->
                        Reply.json(context, 200, arr.settings().profilesJson())));
        get(
                router,
                "/rootfolder",
                (context, now) -> Reply.json(context, 200, arr.settings().rootFoldersJson()));
        get(
                router,
                "/diskspace",
                (context, now) -> Reply.json(context, 200, arr.settings().diskSpaceJson()));
        get(
                router,
                "/tag",
                (context, now) -> Reply.json(context, 200, arr.settings().tagsJson()));
        router.post(API + "/tag").handler(arr.locked((context, now) -> addTag(context)));
        get(router, "/health", (context, now) -> Reply.json(context, 200, health()));
        get(router, "/queue", this::queue);
        get(router, "/queue/details", this::queueDetails);
        router.delete(API + "/queue/:id").handler(arr.locked(this::removeFromQueue));
        get(router, "/history", this::history);
        get(router, "/history/" + arr.face().kind(), this::historyOfOne);
        get(
                router,
                "/command",
                (context, now) -> Reply.json(
                        context,
                        200,
                        Json.array(arr.commands().all().stream()
                                .map(one -> one.json(now))
                                .toList())));
        get(router, "/command/:id", this::command);
        router.post(API + "/command").handler(arr.locked(this::giveCommand));
        new ConnectApi(arr).mount(router);
    }

    private void get(Router router, String path, Arr.Handler handler) {
        router.get(API + path).handler(arr.locked(handler));
    }

    private JsonObject status() {
        return new JsonObject()
                .put("appName", arr.face().appName())
                .put("instanceName", arr.face().appName())
                .put("version", arr.face().version())
                .put("buildTime", "2026-01-10T12:00:00Z")
                .put("isDebug", false)
                .put("isProduction", true)
                .put("isAdmin", false)
                .put("isUserInteractive", false)
                .put("startupPath", "/app/bin")
                .put("appData", "/config")
                .put("osName", "debian")
                .put("osVersion", "12")
                .put("isNetCore", true)
                .put("isLinux", true)
                .put("isOsx", false)
                .put("isWindows", false)
                .put("isDocker", true)
                .put("mode", "console")
                .put("branch", "main")
                .put("databaseType", "sqLite")
                .put("databaseVersion", "3.45.3")
                .put("authentication", "forms")
                .put("migrationVersion", 240)
                .put("urlBase", "")
                .put("runtimeVersion", "8.0.12")
                .put("runtimeName", "netcore")
                .put("startTime", "2026-01-11T03:00:00Z")
                .put("packageVersion", arr.face().version())
                .put("packageAuthor", "")
                .put("packageUpdateMechanism", "docker");
    }

    private void addTag(RoutingContext context) {
        String label = Objects.toString(Arr.body(context).getString("label"), "");
        if (label.isBlank()) {
            throw Refusal.invalid(
                    List.of(new Refusal.Failure("Label", "'Label' must not be empty.", label, "NotEmptyValidator")));
        }
        int id = arr.settings().tag(label);
        Reply.json(context, 201, arr.settings().tagJson(id));
    }

    private JsonArray health() {
        JsonArray json = new JsonArray();
        arr.complaints()
                .forEach((source, message) -> json.add(new JsonObject()
                        .put("source", source)
                        .put("type", "warning")
                        .put("message", message)
                        .put("wikiUrl", "https://wiki.servarr.com/")));
        return json;
    }

    private Stream<QueueRecords.Record> records(Instant now) {
        return arr.engine().downloads().stream().flatMap(download -> QueueRecords.of(download, now).stream());
    }

    private JsonObject complete(QueueRecords.Record record, boolean includeWork, boolean includePart, Instant now) {
        JsonObject json =
                arr.face().ids(record.download().work(), record.wanted()).mergeIn(record.json());
        arr.face().include(json, record.download().work(), record.wanted(), includeWork, includePart, now);
        return json;
    }

    private void queue(RoutingContext context, Instant now) {
        Paging paging = Paging.of(context.request(), "timeleft", "ascending");
        boolean includeWork = flag(context, "includeMovie") || flag(context, "includeSeries");
        Comparator<JsonObject> order = Comparator.comparing(record -> sortValue(record, paging.sortKey()));
        List<JsonObject> all = records(now)
                .map(record -> complete(record, includeWork, flag(context, "includeEpisode"), now))
                .sorted(paging.sortDirection().equals("descending") ? order.reversed() : order)
                .toList();
        Reply.json(context, 200, paging.cut(all));
    }

    /** Unknown times come last; the id keeps the order of what is alike. */
    private static String sortValue(JsonObject record, String key) {
        String value = Objects.toString(record.getValue(key), "~");
        return "%20s %010d".formatted(value, record.getInteger("id"));
    }

    private void queueDetails(RoutingContext context, Instant now) {
        int workId = Paging.number(
                context.request().getParam("movieId"),
                Paging.number(context.request().getParam("seriesId"), 0));
        boolean includeWork = flag(context, "includeMovie") || flag(context, "includeSeries");
        Reply.json(
                context,
                200,
                Json.array(records(now)
                        .filter(record ->
                                workId == 0 || record.download().work().id() == workId)
                        .map(record -> complete(record, includeWork, flag(context, "includeEpisode"), now))
                        .toList()));
    }

    private void removeFromQueue(RoutingContext context, Instant now) {
        int id = Arr.id(context);
        Download download = arr.engine().downloads().stream()
                .filter(one -> id >= one.firstQueueId()
                        && id < one.firstQueueId() + one.wanted().size())
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("Queue", id));
        arr.engine().remove(download);
        Reply.json(context, 200, new JsonObject());
    }

    private void history(RoutingContext context, Instant now) {
        Paging paging = Paging.of(context.request(), "date", "descending");
        Reply.json(
                context,
                200,
                paging.cut(arr.history().all().stream().map(this::historyRecord).toList()));
    }

    private void historyOfOne(RoutingContext context, Instant now) {
        String kind = arr.face().kind();
        int id = Paging.number(context.request().getParam(kind + "Id"), 0);
        Work work = arr.engine().work(id).orElseThrow(() -> Refusal.notFound(kind, id));
        Reply.json(
                context,
                200,
                Json.array(arr.history().all().stream()
                        .filter(entry -> entry.work() == work)
                        .map(this::historyRecord)
                        .toList()));
    }

    private JsonObject historyRecord(History.Entry entry) {
        return arr.face()
                .ids(entry.work(), entry.wanted())
                .put("sourceTitle", entry.release())
                .put("languages", Json.languages())
                .put("quality", Json.quality())
                .put("customFormats", new JsonArray())
                .put("customFormatScore", 0)
                .put("qualityCutoffNotMet", false)
                .put("date", Json.time(entry.date()))
                .put("downloadId", entry.downloadId())
                .put("eventType", entry.eventType())
                .put("data", entry.data())
                .put("id", entry.id());
    }

    private void command(RoutingContext context, Instant now) {
        int id = Arr.id(context);
        Reply.json(
                context,
                200,
                arr.commands()
                        .find(id)
                        .orElseThrow(() -> Refusal.notFound("Command", id))
                        .json(now));
    }

    private void giveCommand(RoutingContext context, Instant now) {
        JsonObject body = Arr.body(context);
        String name = Objects.toString(body.getString("name"), "");
        boolean known = name.equals("RefreshMonitoredDownloads") || arr.obey(name, body, now);
        if (!known) {
            throw Refusal.object(
                    500,
                    "Sequence contains no matching element",
                    "System.InvalidOperationException: Sequence contains no matching element");
        }
        Reply.json(context, 201, arr.commands().add(name, body, now).json(now));
    }

    static boolean flag(RoutingContext context, String name) {
        return Boolean.parseBoolean(context.request().getParam(name));
    }
}
