package org.medianest.homelab.plexformat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A part of an answer of Plex: attributes and children, written as XML or as JSON. Not thread safe. */
public final class Node {
    private enum Kind {
        /** An element; in JSON one of an array that has the name. */
        ELEMENT,
        /** An element; in JSON the one object of the name. */
        SINGLE,
        /** An element around others; in JSON an array of them. */
        LIST
    }

    private static final Object NOTHING = new Object() {
        @Override
        public String toString() {
            return "";
        }
    };

    private final String xmlName;
    private final String jsonName;
    private final Kind kind;
    private final Map<String, Object> attributes = new LinkedHashMap<>();
    private final List<Node> children = new ArrayList<>();

    private Node(String xmlName, String jsonName, Kind kind) {
        this.xmlName = xmlName;
        this.jsonName = jsonName;
        this.kind = kind;
    }

    public static Node element(String name) {
        return new Node(name, name, Kind.ELEMENT);
    }

    /** A film is a Video in XML and a Metadata in JSON. */
    public static Node element(String xmlName, String jsonName) {
        return new Node(xmlName, jsonName, Kind.ELEMENT);
    }

    public static Node single(String name) {
        return new Node(name, name, Kind.SINGLE);
    }

    public static Node list(String name, List<Node> elements) {
        Node list = new Node(name, name, Kind.LIST);
        list.children.addAll(elements);
        return list;
    }

    /** Nothing is written for null. */
    public Node set(String name, @Nullable Object value) {
        if (value != null) {
            attributes.put(name, value);
        }
        return this;
    }

    /** Null is written: as such in JSON, as an empty text in XML. */
    public Node orNull(String name, @Nullable Object value) {
        attributes.put(name, value == null ? NOTHING : value);
        return this;
    }

    public Node add(Node child) {
        children.add(child);
        return this;
    }

    public Node addAll(List<Node> more) {
        children.addAll(more);
        return this;
    }

    public String xml() {
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        writeXml(xml);
        return xml.toString();
    }

    /** The attributes and children, without the name. */
    public JsonObject json() {
        JsonObject json = new JsonObject();
        attributes.forEach((name, value) -> json.put(name, value == NOTHING ? null : value));
        for (Node child : children) {
            switch (child.kind) {
                case ELEMENT -> array(json, child.jsonName).add(child.json());
                case SINGLE -> json.put(child.jsonName, child.json());
                case LIST -> json.put(child.jsonName, child.jsonArray());
            }
        }
        return json;
    }

    public JsonArray jsonArray() {
        JsonArray array = new JsonArray();
        children.forEach(child -> array.add(child.json()));
        return array;
    }

    private static JsonArray array(JsonObject json, String name) {
        JsonArray array = json.getJsonArray(name);
        if (array == null) {
            array = new JsonArray();
            json.put(name, array);
        }
        return array;
    }

    private void writeXml(StringBuilder xml) {
        xml.append('<').append(xmlName);
        attributes.forEach((name, value) ->
                xml.append(' ').append(name).append("=\"").append(text(value)).append('"'));
        if (children.isEmpty()) {
            xml.append("/>\n");
            return;
        }
        xml.append(">\n");
        children.forEach(child -> child.writeXml(xml));
        xml.append("</").append(xmlName).append(">\n");
    }

    private static String text(Object value) {
        if (value instanceof Boolean truth) {
            return truth ? "1" : "0";
        }
        return value.toString()
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace("\"", "&quot;")
                .replace("\n", "&#10;");
    }
}
