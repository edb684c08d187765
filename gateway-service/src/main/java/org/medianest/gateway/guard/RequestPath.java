package org.medianest.gateway.guard;

import io.vertx.core.http.HttpServerRequest;

/** The path of a request as it stands on the wire, not decoded: what the guard has looked at is what everybody goes by. */
public final class RequestPath {
    private RequestPath() {}

    public static String of(HttpServerRequest request) {
        return of(String.valueOf(request.uri()));
    }

    static String of(String uri) {
        int query = uri.indexOf('?');
        return query < 0 ? uri : uri.substring(0, query);
    }
}
