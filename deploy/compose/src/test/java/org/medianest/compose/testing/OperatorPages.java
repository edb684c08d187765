package org.medianest.compose.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the pages of docs/operations tell an operator to type. */
public final class OperatorPages {
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w*)\\n(.*?)^```$");
    private static final Pattern INLINE = Pattern.compile("`([^`\\n]+)`");
    /** Save for the default of a setting, which is a folder. */
    private static final Pattern COMMAND = Pattern.compile(
            "(?!\\./secrets$)(sudo )?(\\./[a-z-]+( .*)?|(docker|curl|psql|redis-cli|df|ss|git|sed|chown|openssl|promtool|amtool) .*)");

    private static final Pattern QUERY = Pattern.compile("(?i)(select|update|alter|delete|show|vacuum) .*[ (].*");

    /** @param page its path from the root */
    public record Text(String page, String text) {
        @Override
        public String toString() {
            return page + ": " + text;
        }
    }

    private OperatorPages() {}

    /** For a shell in deploy/compose: each line of a block that names no language, or {@code sh}, and what looks like one in a sentence. */
    public static Stream<Text> commands() {
        return pages().flatMap(page -> Stream.concat(
                blocks(page, "", "sh")
                        .flatMap(block -> block.text()
                                .lines()
                                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                                .map(line -> new Text(page, line))),
                inline(page, COMMAND)));
    }

    /** For psql. */
    public static Stream<Text> queries() {
        return pages().flatMap(page -> Stream.concat(blocks(page, "sql"), inline(page, QUERY)));
    }

    private static Stream<Text> blocks(String page, String... languages) {
        return BLOCK.matcher(Repository.text(page))
                .results()
                .filter(block -> List.of(languages).contains(block.group(1)))
                .map(block -> new Text(page, block.group(2).strip()));
    }

    private static Stream<Text> inline(String page, Pattern shape) {
        Matcher outside = INLINE.matcher(BLOCK.matcher(Repository.text(page)).replaceAll(""));
        return outside.results()
                .map(code -> code.group(1).replace("\\|", "|"))
                .filter(code -> shape.matcher(code).matches())
                .map(code -> new Text(page, code));
    }

    private static Stream<String> pages() {
        Path root = Repository.file("");
        try (Stream<Path> files = Files.walk(Repository.file("docs/operations"))) {
            return files
                    .filter(file -> file.toString().endsWith(".md"))
                    .map(file -> root.relativize(file).toString())
                    .sorted()
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
