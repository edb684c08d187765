package org.medianest.homelab.arr;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How an arr cuts lists: by 10 unless asked otherwise. */
record Paging(int page, int pageSize, String sortKey, String sortDirection) {
    static Paging of(HttpServerRequest request, String sortKey, String sortDirection) {
        return new Paging(
                Math.max(1, number(request.getParam("page"), 1)),
                Math.max(1, number(request.getParam("pageSize"), 10)),
                request.getParam("sortKey", sortKey),
                request.getParam("sortDirection", sortDirection));
    }

    static int number(@Nullable String text, int otherwise) {
        try {
            return text == null ? otherwise : Integer.parseInt(text);
        } catch (NumberFormatException none) {
            return otherwise;
        }
    }

    JsonObject cut(List<JsonObject> all) {
        int from = Math.min(all.size(), Math.multiplyExact(page - 1, pageSize));
        int to = Math.min(all.size(), from + pageSize);
        return new JsonObject()
                .put("page", page)
                .put("pageSize", pageSize)
                .put("sortKey", sortKey)
                .put("sortDirection", sortDirection)
                .put("totalRecords", all.size())
                .put("records", new JsonArray(List.copyOf(all.subList(from, to))));
    }
}
