package org.medianest.compose.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Every setting of the services, out of their sources: the interfaces with {@code @ConfigMapping}, whose comments say what a setting does,
 * and the names in their properties.
 */
public final class SettingSources {
    private static final List<String> MODULES =
            List.of("service-commons", "auth-service", "media-request-service", "download-service", "gateway-service");
    private static final Pattern PREFIX = Pattern.compile("@ConfigMapping\\(prefix = \"([a-z.-]+)\"\\)");
    private static final Pattern INTERFACE = Pattern.compile("\\binterface (\\w+)");
    private static final Pattern DEFAULT = Pattern.compile("@WithDefault\\(\"(.*)\"\\)");
    private static final Pattern METHOD = Pattern.compile("(?:@\\S+ )*([\\w<>., ]+) (\\w+)\\(\\);");
    private static final Pattern INJECTED = Pattern.compile("@ConfigProperty\\(name = \"(medianest\\.[a-z0-9.-]+)\"");
    private static final Pattern PROPERTY = Pattern.compile("(medianest\\.[a-z0-9.-]+)=(.*)");

    private SettingSources() {}

    /** A setting by the name of its variable. */
    public record Setting(String variable, String standard, String effect) {}

    private record Member(String type, String name, String standard, String effect) {}

    /** Of the interfaces, by variable; without those that take their value from another one. */
    public static Map<String, Setting> mapped() {
        Map<String, Setting> settings = new TreeMap<>();
        for (String module : MODULES) {
            for (String source : sources(module)) {
                Matcher prefix = PREFIX.matcher(source);
                if (prefix.find()) {
                    Map<String, List<Member>> members = members(source.substring(prefix.end()));
                    String root = members.keySet().stream().findFirst().orElseThrow();
                    collect(prefix.group(1), root, "", members, settings);
                }
            }
        }
        properties()
                .filter(property -> refers(property.value()))
                .forEach(property -> settings.remove(variable(property.name())));
        return settings;
    }

    /** Those without an interface, injected one by one or in the properties; what only refers to another one is left out. */
    public static Map<String, String> plain() {
        Map<String, String> settings = new TreeMap<>();
        for (String module : MODULES) {
            for (String source : sources(module)) {
                INJECTED.matcher(source).results().forEach(name -> settings.put(variable(name.group(1)), ""));
            }
        }
        properties()
                .filter(property -> !refers(property.value()))
                .forEach(property -> settings.put(variable(property.name()), property.value()));
        return settings;
    }

    private record Property(String name, String value) {}

    private static boolean refers(String value) {
        return value.startsWith("${");
    }

    private static Stream<Property> properties() {
        return MODULES.stream()
                .flatMap(module -> Stream.of("application.properties", "META-INF/microprofile-config.properties")
                        .map(file -> module + "/src/main/resources/" + file))
                .filter(file -> Files.exists(Repository.file(file)))
                .flatMap(file -> Repository.text(file).lines())
                .map(PROPERTY::matcher)
                .filter(Matcher::matches)
                .map(property -> new Property(property.group(1), property.group(2)));
    }

    public static String variable(String property) {
        return property.replaceAll("[.-]", "_").toUpperCase(Locale.ROOT);
    }

    /** @param group what is said of the group that a setting belongs to, for one that says nothing of itself */
    private static void collect(
            String prefix,
            String type,
            String group,
            Map<String, List<Member>> members,
            Map<String, Setting> settings) {
        for (Member member : members.getOrDefault(type, List.of())) {
            String name = prefix + "." + dashed(member.name());
            String effect = member.effect().isEmpty() ? group : member.effect();
            if (members.containsKey(member.type())) {
                collect(name, member.type(), effect, members, settings);
            } else {
                settings.put(variable(name), new Setting(variable(name), member.standard(), effect));
            }
        }
    }

    private static String dashed(String name) {
        return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "-")
                .toLowerCase(Locale.ROOT);
    }

    /** By interface, the outermost first. */
    private static Map<String, List<Member>> members(String source) {
        Map<String, List<Member>> members = new LinkedHashMap<>();
        Deque<String> open = new ArrayDeque<>();
        StringBuilder comment = new StringBuilder();
        String standard = "";
        boolean inComment = false;
        for (String line : source.lines().map(String::strip).toList()) {
            if (line.startsWith("/**")) {
                comment.setLength(0);
                inComment = true;
            }
            if (inComment) {
                comment.append(' ')
                        .append(line.replaceAll("^/?\\*+/?|\\*/$", "").strip());
                inComment = !line.endsWith("*/");
                continue;
            }
            Matcher value = DEFAULT.matcher(line);
            Matcher type = INTERFACE.matcher(line);
            Matcher method = METHOD.matcher(line);
            if (value.find()) {
                standard = value.group(1);
            } else if (type.find()) {
                open.push(type.group(1));
                members.put(type.group(1), new ArrayList<>());
                comment.setLength(0);
            } else if (method.matches()) {
                members.computeIfAbsent(open.element(), outer -> new ArrayList<>())
                        .add(new Member(method.group(1), method.group(2), standard, plainText(comment)));
                comment.setLength(0);
                standard = "";
            } else if (line.equals("}") && !open.isEmpty()) {
                open.pop();
            }
        }
        return members;
    }

    private static String plainText(StringBuilder comment) {
        return comment.toString()
                .replaceAll("\\{@\\w+ #?([^}]*)}", "`$1`")
                .replaceAll("<[^>]+>", " ")
                .replaceAll("\\s+", " ")
                .strip();
    }

    private static List<String> sources(String module) {
        try (Stream<Path> files = Files.walk(Repository.file(module + "/src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .map(file ->
                            Repository.text(Repository.file("").relativize(file).toString()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
