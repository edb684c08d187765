package org.medianest.gateway.answer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import jakarta.enterprise.context.ApplicationScoped;

/** Writes what the gateway itself has to say. Nobody may keep it, save what lasts. */
@ApplicationScoped
public class AnswerWriter {
    private static final String JSON = "application/json";

    private final ObjectMapper json;

    AnswerWriter(ObjectMapper json) {
        this.json = json;
    }

    public void write(HttpServerRequest request, Answer answer) {
        HttpServerResponse response = request.response();
        if (response.closed()) {
            return;
        }
        switch (answer.body()) {
            case null -> fresh(response, answer.status()).end();
            case Lasting lasting -> writeUnlessKnown(request, lasting);
            case Object body -> write(response, answer.status(), JSON, body);
        }
    }

    /** Writes a body of a kind of JSON, beside the headers that are there. */
    public void write(HttpServerResponse response, int status, String mediaType, Object body) {
        Buffer text = text(body);
        fresh(response, status).putHeader(HttpHeaders.CONTENT_TYPE, mediaType).end(text);
    }

    private static HttpServerResponse fresh(HttpServerResponse response, int status) {
        return response.setStatusCode(status).putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    private static void writeUnlessKnown(HttpServerRequest request, Lasting lasting) {
        HttpServerResponse response = request.response();
        response.putHeader(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .putHeader(HttpHeaders.ETAG, lasting.tag().text());
        if (lasting.tag().isKnownTo(request)) {
            response.setStatusCode(304).end();
        } else {
            response.putHeader(HttpHeaders.CONTENT_TYPE, JSON).end(lasting.json());
        }
    }

    private Buffer text(Object body) {
        try {
            return Buffer.buffer(json.writeValueAsBytes(body));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("what we answer is always JSON", impossible);
        }
    }
}
