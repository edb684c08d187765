package org.medianest.homelab.calls;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.Document;

/** What a stand-in answered. */
public record Answer(int status, HttpHeaders headers, byte[] bytes) {
    public String body() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    public String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    public JsonObject json() {
        assertThat(header("Content-Type")).contains("json");
        return new JsonObject(Buffer.buffer(bytes));
    }

    public JsonArray jsonArray() {
        assertThat(header("Content-Type")).contains("json");
        return new JsonArray(Buffer.buffer(bytes));
    }

    /** What the expression finds in XML, as text. */
    public String xml(String xpath) throws Exception {
        assertThat(header("Content-Type")).contains("xml");
        Document document =
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(bytes));
        return XPathFactory.newInstance().newXPath().evaluate(xpath, document);
    }
}
