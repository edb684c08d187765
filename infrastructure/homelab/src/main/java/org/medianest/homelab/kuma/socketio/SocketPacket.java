package org.medianest.homelab.kuma.socketio;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A packet of socket.io inside a message of engine.io: a digit, the namespace unless it is the root, the number of the answer that is
 * waited for, and JSON.
 */
record SocketPacket(Type type, String namespace, OptionalInt ack, String json) {
    static final String ROOT = "/";

    /** In the order of their digits. */
    enum Type {
        CONNECT,
        DISCONNECT,
        EVENT,
        ACK,
        CONNECT_ERROR
    }

    static SocketPacket event(String name, @Nullable Object... arguments) {
        JsonArray json = new JsonArray().add(name);
        for (@Nullable Object argument : arguments) {
            json.add(argument);
        }
        return new SocketPacket(Type.EVENT, ROOT, OptionalInt.empty(), json.encode());
    }

    static SocketPacket ack(int id, @Nullable Object... arguments) {
        JsonArray json = new JsonArray();
        for (@Nullable Object argument : arguments) {
            json.add(argument);
        }
        return new SocketPacket(Type.ACK, ROOT, OptionalInt.of(id), json.encode());
    }

    static SocketPacket connected(String sid) {
        return new SocketPacket(
                Type.CONNECT,
                ROOT,
                OptionalInt.empty(),
                new JsonObject().put("sid", sid).encode());
    }

    static SocketPacket refused(String namespace, String message) {
        return new SocketPacket(
                Type.CONNECT_ERROR,
                namespace,
                OptionalInt.empty(),
                new JsonObject().put("message", message).encode());
    }

    /** @throws IllegalArgumentException if it is not a packet, or has parts in binary, which Uptime Kuma has not */
    static SocketPacket parse(String text) {
        int digit = text.isEmpty() ? -1 : text.charAt(0) - '0';
        if (digit < 0 || digit >= Type.values().length) {
            throw new IllegalArgumentException("Not a packet of socket.io: " + text);
        }
        int at = 1;
        String namespace = ROOT;
        if (at < text.length() && text.charAt(at) == '/') {
            int comma = text.indexOf(',', at);
            int end = comma < 0 ? text.length() : comma;
            namespace = text.substring(at, end);
            at = comma < 0 ? end : end + 1;
        }
        int number = at;
        while (at < text.length() && Character.isDigit(text.charAt(at))) {
            at++;
        }
        OptionalInt ack =
                at == number ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(text.substring(number, at)));
        return new SocketPacket(Type.values()[digit], namespace, ack, text.substring(at));
    }

    String text() {
        return type.ordinal()
                + (namespace.equals(ROOT) ? "" : namespace + ",")
                + (ack.isPresent() ? Integer.toString(ack.getAsInt()) : "")
                + json;
    }
}
