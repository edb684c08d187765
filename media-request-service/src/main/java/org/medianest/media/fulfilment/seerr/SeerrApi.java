package org.medianest.media.fulfilment.seerr;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.medianest.media.catalogue.MediaType;
import org.medianest.media.catalogue.TitleId;
import org.medianest.media.fulfilment.Said;
import org.medianest.media.system.Answer;
import org.medianest.media.system.Call;
import org.medianest.media.system.Connection;
import org.medianest.media.system.Query;
import org.medianest.media.system.SystemHttp;
import org.medianest.media.system.SystemKind;

/** Seerr's API. Its lists have ten entries unless one asks for more. */
@ApplicationScoped
class SeerrApi {
    static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private static final String API = "/api/v1";
    private static final int PAGE_SIZE = 100;
    private static final int MOST_PAGES = 50;

    private final SystemHttp http;

    SeerrApi(SystemHttp http) {
        this.http = http;
    }

    /** @param filter one of Seerr's words for the state of requests */
    Uni<List<JsonNode>> requests(Connection connection, String filter) {
        return pages(
                connection, API + "/request", Query.of("filter", filter).and("sort", "added"), 0, new ArrayList<>());
    }

    Uni<List<JsonNode>> users(Connection connection) {
        return pages(connection, API + "/user", Query.none(), 0, new ArrayList<>());
    }

    /** Empty when there is no such request any more. */
    Uni<Optional<JsonNode>> request(Connection connection, int id) {
        return http.get(connection, API + "/request/" + id, Query.none())
                .map(answer -> answer.status() == 404
                        ? Optional.empty()
                        : Optional.of(answer.ok().json()));
    }

    /** What Seerr says of a title, its requests too; empty when it knows no such title. */
    Uni<Optional<JsonNode>> title(Connection connection, TitleId title) {
        String path = (title.type() == MediaType.MOVIE ? "/movie/" : "/tv/") + title.tmdbId();
        return http.get(connection, API + path, Query.none())
                .map(answer -> answer.status() == 404
                        ? Optional.empty()
                        : Optional.of(answer.ok().json()));
    }

    /** Asks in the name of a person, so that quota and news are theirs. */
    Uni<Answer> ask(Connection connection, ObjectNode request, Optional<Integer> user) {
        Call call = Call.post(API + "/request", Query.none(), request);
        return http.send(
                connection,
                user.map(id -> call.with("X-API-User", id.toString())).orElse(call));
    }

    /** @param verb approve or retry; done by the account of the key */
    Uni<JsonNode> decide(Connection connection, int request, String verb) {
        return http.post(connection, API + "/request/" + request + "/" + verb, Query.none(), null)
                .map(answer -> answer.ok().json());
    }

    /** One that is gone already is as good as deleted. */
    Uni<Void> delete(Connection connection, int request) {
        return http.delete(connection, API + "/request/" + request, Query.none())
                .map(answer -> answer.status() == 404 ? answer : answer.ok())
                .replaceWithVoid();
    }

    Uni<Answer> importFromPlex(Connection connection, long plexId) {
        ObjectNode body = JSON.objectNode();
        body.putArray("plexIds").add(Long.toString(plexId));
        return http.post(connection, API + "/user/import-from-plex", Query.none(), body);
    }

    private Uni<List<JsonNode>> pages(Connection connection, String path, Query query, int page, List<JsonNode> seen) {
        SystemKind kind = connection.kind();
        Query part = query.and("take", PAGE_SIZE).and("skip", page * PAGE_SIZE);
        return http.get(connection, path, part)
                .map(answer -> answer.ok().json())
                .chain(json -> {
                    List<JsonNode> results = Said.list(kind, json, "results");
                    seen.addAll(results);
                    boolean whole = results.isEmpty()
                            || seen.size() >= Said.number(kind, json.path("pageInfo"), "results")
                            || page + 1 >= MOST_PAGES;
                    return whole ? Uni.createFrom().item(seen) : pages(connection, path, query, page + 1, seen);
                });
    }
}
