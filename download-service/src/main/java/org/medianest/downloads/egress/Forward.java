package org.medianest.downloads.egress;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;
import java.util.List;

/** A plain request in absolute form, sent on to a judged address and its answer piped back. Redirects are left to the caller. */
final class Forward {
    /** What belongs to one connection and not to the message. */
    private static final List<String> HOP_BY_HOP = List.of(
            "Connection",
            "Keep-Alive",
            "Proxy-Authenticate",
            "Proxy-Authorization",
            "Proxy-Connection",
            "TE",
            "Trailer",
            "Transfer-Encoding",
            "Upgrade");

    private final HttpClient requests;

    Forward(HttpClient requests) {
        this.requests = requests;
    }

    void send(HttpServerRequest request, EgressPass pass, EgressTarget target, List<InetAddress> addresses) {
        connect(request.method(), target, addresses)
                .onSuccess(far -> exchange(request, pass, far))
                .onFailure(unreachable -> Refusals.refuse(request, 502, "Connection refused or timed out"));
    }

    private Future<HttpClientRequest> connect(HttpMethod method, EgressTarget target, List<InetAddress> addresses) {
        Future<HttpClientRequest> first = requests.request(new RequestOptions()
                .setMethod(method)
                .setServer(SocketAddress.inetSocketAddress(
                        target.port(), addresses.getFirst().getHostAddress()))
                .setHost(target.host())
                .setPort(target.port())
                .setURI(target.path())
                .setFollowRedirects(false));
        return addresses.size() == 1
                ? first
                : first.recover(unreachable -> connect(method, target, addresses.subList(1, addresses.size())));
    }

    private static void exchange(HttpServerRequest near, EgressPass pass, HttpClientRequest far) {
        Runnable hangUp = () -> far.connection().close();
        if (!pass.admit(hangUp)) {
            far.reset();
            Refusals.refuse(near, 503, "Too Many Connections");
            return;
        }
        far.connection().closeHandler(closed -> pass.leave(hangUp));
        near.connection().closeHandler(closed -> far.connection().close());
        copy(near.headers(), far.headers());
        Future<HttpClientResponse> answer = near.method() == HttpMethod.POST ? far.send(near) : far.send();
        answer.onSuccess(response -> {
                    response.pause();
                    answer(near, pass, response);
                })
                .onFailure(broken -> Refusals.refuse(near, 502, "Connection reset"));
    }

    private static void answer(HttpServerRequest near, EgressPass pass, HttpClientResponse far) {
        HttpServerResponse response = near.response();
        response.setStatusCode(far.statusCode()).setStatusMessage(far.statusMessage());
        copy(far.headers(), response.headers());
        if (near.method() == HttpMethod.HEAD) {
            response.end();
            far.resume();
            return;
        }
        if (!response.headers().contains("Content-Length")) {
            response.setChunked(true);
        }
        // An answer that breaks off must look broken to the caller too: it continues with a Range.
        far.pipe()
                .endOnFailure(false)
                .to(new Metered(response, pass))
                .onFailure(broken -> near.connection().close());
    }

    private static void copy(MultiMap from, MultiMap to) {
        from.forEach((name, value) -> {
            if (!name.equalsIgnoreCase("Host") && HOP_BY_HOP.stream().noneMatch(name::equalsIgnoreCase)) {
                to.add(name, value);
            }
        });
    }
}
