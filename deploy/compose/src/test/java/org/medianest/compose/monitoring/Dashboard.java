package org.medianest.compose.monitoring;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.yaml.snakeyaml.Yaml;

/** A dashboard of Grafana, made from its short source: what is the same for all panels is said here, once. */
record Dashboard(String name, String uid, String title, List<Row> rows) {
    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final String DATASOURCE = "prometheus";
    private static final int COLUMNS = 24;

    record Row(String title, List<Panel> panels) {}

    static Dashboard read(Path source) {
        try {
            Map<String, ?> content = new Yaml().load(Files.readString(source));
            return new Dashboard(
                    source.getFileName().toString().replace(".yml", ""),
                    Panel.text(content, "uid"),
                    Panel.text(content, "title"),
                    Panel.maps(Objects.requireNonNull(content.get("rows"))).stream()
                            .map(row -> new Row(
                                    Panel.text(row, "title"),
                                    Panel.maps(Objects.requireNonNull(row.get("panels"))).stream()
                                            .map(Panel::of)
                                            .toList()))
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Panel> panels() {
        return rows.stream().flatMap(row -> row.panels().stream()).toList();
    }

    /** What Grafana reads. */
    String json() {
        ObjectNode dashboard = JSON.createObjectNode()
                .put("uid", uid)
                .put("title", title)
                .put("schemaVersion", 39)
                .put("editable", false)
                .put("refresh", "30s")
                .put("timezone", "browser");
        dashboard.putArray("tags").add("medianest");
        dashboard.putObject("time").put("from", "now-6h").put("to", "now");
        dashboard.put("graphTooltip", 1);
        new Layout(dashboard.putArray("panels")).place(rows);
        try {
            return JSON.writeValueAsString(dashboard) + "\n";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** From the left to the right, and then below. */
    private static final class Layout {
        private final ArrayNode panels;
        private int id;
        private int x;
        private int y;

        Layout(ArrayNode panels) {
            this.panels = panels;
        }

        void place(List<Row> rows) {
            for (Row row : rows) {
                panel("row", row.title(), COLUMNS, 1).put("collapsed", false);
                row.panels().forEach(panel -> place(panel, row.panels().size()));
                newLine(8);
            }
        }

        private void place(Panel panel, int siblings) {
            boolean figure = panel.type().equals("stat");
            ObjectNode node = panel(
                    panel.type(), panel.title(), figure ? 4 : COLUMNS / Math.clamp(siblings, 2, 3), figure ? 5 : 8);
            node.putObject("datasource").put("type", DATASOURCE).put("uid", DATASOURCE);
            ObjectNode defaults = node.putObject("fieldConfig").putObject("defaults");
            defaults.put("unit", panel.unit()).put("min", 0);
            ArrayNode steps =
                    defaults.putObject("thresholds").put("mode", "absolute").putArray("steps");
            panel.thresholds()
                    .forEach(threshold -> steps.addObject()
                            .put("color", threshold.colour())
                            .put("value", threshold.from().orElse(null)));
            ArrayNode targets = node.putArray("targets");
            for (Panel.Query query : panel.queries()) {
                targets.addObject()
                        .put("refId", String.valueOf((char) ('A' + targets.size())))
                        .put("expr", query.expr())
                        .put("legendFormat", query.legend());
            }
        }

        private ObjectNode panel(String type, String title, int width, int height) {
            if (x + width > COLUMNS) {
                newLine(height);
            }
            ObjectNode node =
                    panels.addObject().put("id", ++id).put("type", type).put("title", title);
            node.putObject("gridPos")
                    .put("h", height)
                    .put("w", width)
                    .put("x", x)
                    .put("y", y);
            x += width;
            return node;
        }

        private void newLine(int height) {
            x = 0;
            y += height;
        }
    }
}
