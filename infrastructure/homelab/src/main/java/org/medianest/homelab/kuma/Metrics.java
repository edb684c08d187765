package org.medianest.homelab.kuma;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.StringJoiner;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The monitors for Prometheus. */
final class Metrics {
    private static final Map<String, Integer> WINDOWS = Map.of("1d", 24, "30d", 720, "365d", 8760);

    private final Monitors monitors;

    Metrics(Monitors monitors) {
        this.monitors = monitors;
    }

    String text(Instant now) {
        StringBuilder text = new StringBuilder();
        gauge(
                text,
                "monitor_status",
                "Monitor Status (1 = UP, 0= DOWN, 2= PENDING, 3= MAINTENANCE)",
                monitor -> monitor.finding().status().number());
        gauge(
                text,
                "monitor_response_time",
                "Monitor Response Time (ms)",
                monitor -> monitor.lastBeat()
                        .map(Beat::ping)
                        .map(ping -> (Number) ping)
                        .orElse(-1));
        windows(
                text,
                "monitor_response_time_seconds",
                "Average response time in seconds",
                (monitor, hours) -> monitor.uptime().averagePing(now, hours).orElse(0) / 1000);
        windows(
                text,
                "monitor_uptime_ratio",
                "Uptime ratio (0.0 - 1.0)",
                (monitor, hours) -> monitor.uptime().share(now, hours));
        Function<Monitor, @Nullable Number> days = monitor -> isHttps(monitor) ? 61 : null;
        gauge(text, "monitor_cert_days_remaining", "The number of days remaining until the certificate expires", days);
        gauge(
                text,
                "monitor_cert_is_valid",
                "Is the certificate still valid? (1 = Yes, 0= No)",
                monitor -> isHttps(monitor) ? 1 : null);
        return text.toString();
    }

    private static boolean isHttps(Monitor monitor) {
        return Objects.toString(monitor.facts().url(), "").startsWith("https:");
    }

    private void gauge(StringBuilder text, String name, String help, Function<Monitor, @Nullable Number> value) {
        head(text, name, help);
        for (Monitor monitor : monitors.all()) {
            Number number = value.apply(monitor);
            if (number != null && monitor.isActive()) {
                line(text, name, labels(monitor).toString(), number);
            }
        }
    }

    private interface InWindow {
        double of(Monitor monitor, int hours);
    }

    private void windows(StringBuilder text, String name, String help, InWindow value) {
        head(text, name, help);
        for (Monitor monitor : monitors.all()) {
            WINDOWS.forEach((window, hours) -> line(
                    text, name, labels(monitor).add("window=\"" + window + "\"").toString(), value.of(monitor, hours)));
        }
    }

    private static void head(StringBuilder text, String name, String help) {
        text.append("# HELP ").append(name).append(' ').append(help).append('\n');
        text.append("# TYPE ").append(name).append(" gauge\n");
    }

    private static void line(StringBuilder text, String name, String labels, Number value) {
        text.append(name).append(labels).append(' ').append(value).append('\n');
    }

    /** Tags first, in the order of the alphabet; what is not set is {@code null}. */
    private static StringJoiner labels(Monitor monitor) {
        Monitor.Facts facts = monitor.facts();
        StringJoiner labels = new StringJoiner(",", "{", "}");
        facts.tags()
                .forEach(tag -> labels.add(label(
                        tag.name().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_]", ""),
                        tag.value().isEmpty() ? tag.name() : tag.value())));
        return labels.add(label("monitor_id", monitor.id()))
                .add(label("monitor_name", facts.name()))
                .add(label("monitor_type", facts.type()))
                .add(label("monitor_url", facts.url() == null ? "https://" : facts.url()))
                .add(label("monitor_hostname", facts.hostname()))
                .add(label("monitor_port", facts.port()));
    }

    private static String label(String name, @Nullable Object value) {
        String escaped = String.valueOf(value)
                .replace("\\", "\\\\")
                .replace("\"", "\\\"")
                .replace("\n", "\\n");
        return name + "=\"" + escaped + "\"";
    }
}
