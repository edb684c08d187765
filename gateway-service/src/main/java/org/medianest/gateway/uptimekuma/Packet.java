package org.medianest.gateway.uptimekuma;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/** One text frame of engine.io 4 with socket.io 5 in it, as far as Uptime Kuma uses them. */
sealed interface Packet {
    ObjectMapper JSON = new JsonMapper();

    /** What a {@link Ping} is answered with. */
    String PONG = "3";

    String CONNECT = "40";

    /** The line is there. Whoever hears no ping for so long has lost it. */
    record Open(long pingMillis, long patienceMillis) implements Packet {}

    record Ping() implements Packet {}

    /** We may speak now. */
    record Connected() implements Packet {}

    /** We may not, or not any more. */
    record Ended(String why) implements Packet {}

    /** @param arguments an array, without the name */
    record Event(String name, JsonNode arguments) implements Packet {}

    /** @param arguments an array: what a call is answered */
    record Ack(int call, JsonNode arguments) implements Packet {}

    /** Nothing for us: other name spaces, bytes, and what is to come. */
    record Other() implements Packet {}

    /** @throws KumaWords.NotKuma when it is no packet at all */
    static Packet read(String frame) {
        if (frame.isEmpty()) {
            throw new KumaWords.NotKuma("an empty frame");
        }
        return switch (frame.charAt(0)) {
            case '0' -> open(json(frame, 1));
            case '1' -> new Ended("closed");
            case '2' -> new Ping();
            case '4' -> message(frame);
            case '3', '5', '6', 'b' -> new Other();
            default -> throw new KumaWords.NotKuma("no packet");
        };
    }

    /** An event that wants an answer. */
    static String call(int id, String name, Object argument) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode().add(name);
        array.add(JSON.<JsonNode>valueToTree(argument));
        return "42" + id + array;
    }

    private static Packet open(JsonNode handshake) {
        long interval = handshake.path("pingInterval").asLong(0);
        long timeout = handshake.path("pingTimeout").asLong(0);
        if (interval <= 0 || timeout <= 0) {
            throw new KumaWords.NotKuma("no handshake");
        }
        return new Open(interval, timeout);
    }

    private static Packet message(String frame) {
        if (frame.length() < 2) {
            throw new KumaWords.NotKuma("no message");
        }
        return switch (frame.charAt(1)) {
            case '0' -> new Connected();
            case '1' -> new Ended("disconnected");
            case '4' -> new Ended("refused");
            case '2' -> event(frame);
            case '3' -> ack(frame);
            default -> new Other();
        };
    }

    private static Packet event(String frame) {
        int begin = afterDigits(frame, 2);
        if (begin < frame.length() && frame.charAt(begin) == '/') {
            return new Other();
        }
        ArrayNode array = array(frame, begin);
        if (array.isEmpty() || !array.get(0).isTextual()) {
            throw new KumaWords.NotKuma("an event without a name");
        }
        return new Event(array.remove(0).textValue(), array);
    }

    private static Packet ack(String frame) {
        int begin = afterDigits(frame, 2);
        if (begin == 2 || begin > 11) {
            return new Other();
        }
        return new Ack(Integer.parseInt(frame, 2, begin, 10), array(frame, begin));
    }

    private static int afterDigits(String frame, int from) {
        int end = from;
        while (end < frame.length() && Character.digit(frame.charAt(end), 10) >= 0) {
            end++;
        }
        return end;
    }

    private static ArrayNode array(String frame, int from) {
        if (json(frame, from) instanceof ArrayNode array) {
            return array;
        }
        throw new KumaWords.NotKuma("no array");
    }

    private static JsonNode json(String frame, int from) {
        try {
            return JSON.readTree(frame.substring(from));
        } catch (JsonProcessingException garbage) {
            throw new KumaWords.NotKuma("no JSON");
        }
    }
}
