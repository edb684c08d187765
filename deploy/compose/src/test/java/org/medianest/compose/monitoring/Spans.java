package org.medianest.compose.monitoring;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;

/** Takes the spans that agents send by OTLP over HTTP, as a collector does, and reads of them what matters here. */
final class Spans implements AutoCloseable {
    private static final int LENGTH_DELIMITED = 2;

    private final HttpServer server;
    private final List<Span> spans = new CopyOnWriteArrayList<>();

    record Span(String service, String traceId, String name) {}

    Spans() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/traces", this::take);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    List<Span> all() {
        return List.copyOf(spans);
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            read(exchange.getRequestBody().readAllBytes());
            exchange.sendResponseHeaders(200, -1);
        }
    }

    /** ExportTraceServiceRequest, ResourceSpans, ScopeSpans, Span. */
    private void read(byte[] request) {
        each(request, (resourceField, resourceSpans) -> {
            List<String> service = new ArrayList<>();
            each(resourceSpans, (field, value) -> {
                if (field == 1) {
                    each(value, (attribute, pair) -> serviceName(pair, service));
                } else if (field == 2) {
                    each(value, (scopeField, span) -> {
                        if (scopeField == 2) {
                            spans.add(span(String.join("", service), span));
                        }
                    });
                }
            });
        });
    }

    private static void serviceName(byte[] pair, List<String> found) {
        List<String> keyAndValue = new ArrayList<>();
        each(pair, (field, value) -> {
            if (field == 1) {
                keyAndValue.add(new String(value, StandardCharsets.UTF_8));
            } else if (keyAndValue.equals(List.of("service.name"))) {
                each(value, (kind, text) -> found.add(new String(text, StandardCharsets.UTF_8)));
            }
        });
    }

    private static Span span(String service, byte[] message) {
        String[] fields = {"", ""};
        each(message, (field, value) -> {
            if (field == 1) {
                fields[0] = HexFormat.of().formatHex(value);
            } else if (field == 5) {
                fields[1] = new String(value, StandardCharsets.UTF_8);
            }
        });
        return new Span(service, fields[0], fields[1]);
    }

    /** The fields of a message that have a length; numbers are passed over. */
    private static void each(byte[] message, BiConsumer<Integer, byte[]> field) {
        ByteBuffer in = ByteBuffer.wrap(message).order(ByteOrder.LITTLE_ENDIAN);
        while (in.hasRemaining()) {
            int tag = (int) number(in);
            switch (tag & 7) {
                case 0 -> number(in);
                case 1 -> in.getLong();
                case LENGTH_DELIMITED -> {
                    byte[] value = new byte[(int) number(in)];
                    in.get(value);
                    field.accept(tag >>> 3, value);
                }
                case 5 -> in.getInt();
                default -> throw new IllegalStateException("not a message of OTLP");
            }
        }
    }

    private static long number(ByteBuffer in) {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = in.get();
            value |= (long) (next & 0x7f) << shift;
            if (next >= 0) {
                return value;
            }
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
