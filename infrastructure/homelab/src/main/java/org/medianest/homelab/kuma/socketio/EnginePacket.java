package org.medianest.homelab.kuma.socketio;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** A packet of engine.io: one digit and text. A polling body holds several, parted by U+001E. */
record EnginePacket(Type type, String data) {
    private static final String SEPARATOR = "\u001e";

    /** In the order of their digits. */
    enum Type {
        OPEN,
        CLOSE,
        PING,
        PONG,
        MESSAGE,
        UPGRADE,
        NOOP
    }

    static EnginePacket of(Type type) {
        return new EnginePacket(type, "");
    }

    static EnginePacket message(String data) {
        return new EnginePacket(Type.MESSAGE, data);
    }

    /** @throws IllegalArgumentException if it is not a packet */
    static EnginePacket parse(String text) {
        int digit = text.isEmpty() ? -1 : text.charAt(0) - '0';
        if (digit < 0 || digit >= Type.values().length) {
            throw new IllegalArgumentException("Not a packet of engine.io: " + text);
        }
        return new EnginePacket(Type.values()[digit], text.substring(1));
    }

    static List<EnginePacket> parseBody(String body) {
        return Arrays.stream(body.split(SEPARATOR)).map(EnginePacket::parse).toList();
    }

    static String body(List<EnginePacket> packets) {
        return packets.stream().map(EnginePacket::text).collect(Collectors.joining(SEPARATOR));
    }

    String text() {
        return type.ordinal() + data;
    }
}
