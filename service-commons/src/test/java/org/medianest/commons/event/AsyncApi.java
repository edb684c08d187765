package org.medianest.commons.event;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/** What the event records say, as an AsyncAPI 3 document. */
final class AsyncApi {
    private static final String ABOUT = """
            What the services of MediaNest tell each other. Made from the event records in service-commons; do not edit.

            - **On the wire.** An event is one entry of a Redis stream. Its field `%s` holds a CloudEvents 1.0 envelope in JSON.
              A field `%s` beside it names the one service that it is for; all others pass it over.
            - **`events:…`** hold what happened to one subject in its order and deliver it at least once. An event that comes
              again has the `id` that it had before.
            - **`live`** is for those who are watching now. It is capped, may lose what it was told, and the latest wins.
            - **Reading.** Ignore types and fields that you do not know. A type gains optional fields only; a change that would
              break a reader is a new type, `….v2` beside `….v1`.
            - **Who receives is not said here.** A record knows who tells it and where. Any service may read any stream
              without the teller knowing; what a service hears is in its own README.
            """.formatted(EventEnvelope.STREAM_FIELD, EventEnvelope.RECIPIENT_FIELD);

    private static final Comparator<Class<? extends DomainEvent>> BY_TYPE =
            Comparator.comparing(EventCatalogue::typeOf);

    private final DocComments comments;
    private final RecordSchema schemas;

    AsyncApi(DocComments comments) {
        this.comments = comments;
        this.schemas = new RecordSchema(comments);
    }

    ObjectNode document() {
        ObjectNode document = object().put("asyncapi", "3.0.0");
        document.putObject("info")
                .put("title", "MediaNest events")
                .put("version", "1")
                .put("description", ABOUT);
        document.put("defaultContentType", "application/cloudevents+json");
        document.set("servers", servers());
        document.set("channels", channels());
        document.set("operations", operations());
        document.set("components", components());
        return document;
    }

    private static ObjectNode servers() {
        ObjectNode servers = object();
        servers.putObject("redis")
                .put("host", "{redis}")
                .put("protocol", "redis")
                .putObject("variables")
                .putObject("redis")
                .put("description", "Host and port of the installation's Redis.");
        return servers;
    }

    private static ObjectNode channels() {
        ObjectNode channels = object();
        for (String stream : EventStream.ALL) {
            ObjectNode messages =
                    channels.putObject(stream).put("address", stream).putObject("messages");
            events().stream()
                    .filter(event -> EventCatalogue.streamOf(event).equals(stream))
                    .map(EventCatalogue::typeOf)
                    .forEach(type -> messages.set(type, reference("components", "messages", type)));
        }
        return channels;
    }

    private static ObjectNode operations() {
        ObjectNode operations = object();
        events().stream()
                .collect(groupingBy(AsyncApi::operationOf, TreeMap::new, toList()))
                .forEach((name, told) -> operations.set(name, send(told)));
        return operations;
    }

    /** A service sends to each of its streams. */
    private static String operationOf(Class<? extends DomainEvent> event) {
        return EventCatalogue.serviceOf(event) + "." + EventCatalogue.streamOf(event);
    }

    private static ObjectNode send(List<Class<? extends DomainEvent>> told) {
        String service = EventCatalogue.serviceOf(told.getFirst());
        String stream = EventCatalogue.streamOf(told.getFirst());
        ObjectNode operation = object().put("action", "send").put("title", service + " tells " + stream);
        operation.set("channel", reference("channels", stream));
        ArrayNode messages = operation.putArray("messages");
        told.forEach(event -> messages.add(reference("channels", stream, "messages", EventCatalogue.typeOf(event))));
        return operation;
    }

    private ObjectNode components() {
        ObjectNode components = object();
        ObjectNode messages = components.putObject("messages");
        ObjectNode payloads = components.putObject("schemas");
        payloads.set("CloudEvent", schemas.of(EventEnvelope.class));
        for (Class<? extends DomainEvent> event : events()) {
            String type = EventCatalogue.typeOf(event);
            messages.set(type, message(event, type));
            payloads.set(type, schemas.of(event));
        }
        return components;
    }

    private ObjectNode message(Class<? extends DomainEvent> event, String type) {
        ObjectNode message =
                object().put("name", type).put("title", event.getSimpleName()).put("summary", summary(event));
        ArrayNode envelope = message.putObject("payload").putArray("allOf");
        envelope.add(reference("components", "schemas", "CloudEvent"));
        ObjectNode attributes = envelope.addObject().putObject("properties");
        attributes.putObject("type").put("const", type);
        attributes.putObject("source").put("const", "/" + EventCatalogue.serviceOf(event));
        attributes.set("data", reference("components", "schemas", type));
        message.putArray("examples").addObject().set("payload", GoldenEvents.json(type));
        return message;
    }

    private String summary(Class<? extends DomainEvent> event) {
        return comments.of(event).orElseThrow(() -> new IllegalStateException(event + " needs a doc comment"));
    }

    private static List<Class<? extends DomainEvent>> events() {
        return EventCatalogue.all().stream().sorted(BY_TYPE).toList();
    }

    private static ObjectNode reference(String... path) {
        return object().put("$ref", "#/" + String.join("/", path));
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
