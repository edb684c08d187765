package org.medianest.homelab.contract;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * An answer of a real system. What a stand-in answers to the same question must have all its names, with values of the same kind; the
 * values themselves are of another household. What is null here may be anything, but must be there.
 */
public final class Example {
    private Example() {}

    public static JsonObject object(String name) throws IOException {
        return new JsonObject(text(name));
    }

    static JsonArray array(String name) throws IOException {
        return new JsonArray(text(name));
    }

    static String text(String name) throws IOException {
        try (InputStream file = Example.class.getResourceAsStream("/contract/" + name)) {
            return new String(Objects.requireNonNull(file, name).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Each place at which an answer falls short of the example. */
    public static List<String> missing(@Nullable Object example, @Nullable Object answer) {
        List<String> missing = new ArrayList<>();
        compare("", example, answer, missing);
        return missing;
    }

    private static void compare(String place, @Nullable Object example, @Nullable Object answer, List<String> missing) {
        switch (example) {
            case null -> {}
            case JsonObject object
            when answer instanceof JsonObject other ->
                object.forEach(field -> {
                    String inner = place + "/" + field.getKey();
                    if (other.containsKey(field.getKey())) {
                        compare(inner, field.getValue(), other.getValue(field.getKey()), missing);
                    } else {
                        missing.add(inner);
                    }
                });
            case JsonArray array
            when answer instanceof JsonArray other ->
                IntStream.range(0, array.size())
                        .forEach(i -> compare(
                                place + "/" + i,
                                array.getValue(i),
                                i < other.size() ? other.getValue(i) : null,
                                missing));
            default -> {
                if (answer == null || !kind(example).equals(kind(answer))) {
                    missing.add(place + " is " + answer);
                }
            }
        }
    }

    private static String kind(Object value) {
        return value instanceof Number ? "Number" : value.getClass().getSimpleName();
    }

    /** The same for XML: elements by their place and names, and their attributes. */
    static List<String> missingXml(String example, String answer) throws IOException {
        List<String> missing = new ArrayList<>();
        compare(root(example), root(answer), missing);
        return missing;
    }

    private static void compare(Element example, @Nullable Element answer, List<String> missing) {
        String place = example.getTagName();
        if (answer == null || !answer.getTagName().equals(place)) {
            missing.add(place);
            return;
        }
        NamedNodeMap attributes = example.getAttributes();
        IntStream.range(0, attributes.getLength())
                .mapToObj(i -> attributes.item(i).getNodeName())
                .filter(name -> !answer.hasAttribute(name))
                .forEach(name -> missing.add(place + "/@" + name));
        List<Element> others = children(answer).toList();
        children(example)
                .forEach(child -> compare(
                        child,
                        others.stream()
                                .filter(other -> other.getTagName().equals(child.getTagName()))
                                .findFirst()
                                .orElse(null),
                        missing));
    }

    private static Stream<Element> children(Element element) {
        NodeList nodes = element.getChildNodes();
        return IntStream.range(0, nodes.getLength())
                .<Node>mapToObj(nodes::item)
                .filter(Element.class::isInstance)
                .map(Element.class::cast);
    }

    private static Element root(String xml) throws IOException {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)))
                    .getDocumentElement();
        } catch (ParserConfigurationException | SAXException broken) {
            throw new IOException(broken);
        }
    }
}
