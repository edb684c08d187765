package org.medianest.homelab.mail;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** As much of MIME as the mails of a service have: encoded words, multiparts, quoted-printable and base64. */
final class Mime {
    private static final Pattern ENCODED_WORD =
            Pattern.compile("=\\?([^?]+)\\?([bBqQ])\\?([^?]*)\\?=(?:\\s+(?==\\?))?");
    private static final int DEEPEST = 5;

    private final Map<String, String> headers;
    private final String body;

    private Mime(Map<String, String> headers, String body) {
        this.headers = headers;
        this.body = body;
    }

    /** @param source with line ends of CR LF, a character for each byte */
    static Mime parse(String source) {
        int end = source.startsWith("\r\n") ? 0 : source.indexOf("\r\n\r\n");
        String head = end < 0 ? source : source.substring(0, end);
        String body = end < 0 ? "" : source.substring(Math.min(source.length(), end == 0 ? 2 : end + 4));
        Map<String, String> headers = new TreeMap<>();
        for (String line : head.replaceAll("\r\n[ \t]+", " ").split("\r\n")) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                headers.put(
                        line.substring(0, colon).toLowerCase(Locale.ROOT),
                        decodeWords(line.substring(colon + 1).strip()));
            }
        }
        return new Mime(headers, body);
    }

    Map<String, String> headers() {
        return headers;
    }

    List<Mail.Part> parts() {
        List<Mail.Part> parts = new ArrayList<>();
        collect(parts, 0);
        return parts;
    }

    private void collect(List<Mail.Part> parts, int depth) {
        String type = headers.getOrDefault("content-type", "text/plain");
        String boundary = parameter(type, "boundary");
        if (boundary.isEmpty() || depth == DEEPEST) {
            parts.add(new Mail.Part(type.split(";")[0].strip().toLowerCase(Locale.ROOT), text(type)));
            return;
        }
        String[] pieces = ("\r\n" + body).split(Pattern.quote("\r\n--" + boundary));
        for (int i = 1; i < pieces.length && !pieces[i].startsWith("--"); i++) {
            parse(pieces[i].replaceFirst("^[ \t]*\r\n", "")).collect(parts, depth + 1);
        }
    }

    private String text(String type) {
        byte[] bytes =
                switch (headers.getOrDefault("content-transfer-encoding", "").toLowerCase(Locale.ROOT)) {
                    case "base64" -> Base64.getMimeDecoder().decode(body);
                    case "quoted-printable" -> quotedPrintable(body.replaceAll("=\r\n", ""));
                    default -> body.getBytes(StandardCharsets.ISO_8859_1);
                };
        return new String(bytes, charset(parameter(type, "charset")));
    }

    private static String decodeWords(String text) {
        return ENCODED_WORD.matcher(text).replaceAll(found -> Matcher.quoteReplacement(decodeWord(found)));
    }

    private static String decodeWord(java.util.regex.MatchResult word) {
        byte[] bytes = word.group(2).equalsIgnoreCase("b")
                ? Base64.getMimeDecoder().decode(word.group(3))
                : quotedPrintable(word.group(3).replace('_', ' '));
        return new String(bytes, charset(word.group(1)));
    }

    private static byte[] quotedPrintable(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '=' && i + 2 < text.length() && Character.digit(text.charAt(i + 1), 16) >= 0) {
                bytes.write(Integer.parseInt(text.substring(i + 1, i + 3), 16));
                i += 2;
            } else {
                bytes.write(c);
            }
        }
        return bytes.toByteArray();
    }

    private static String parameter(String header, String name) {
        Matcher found = Pattern.compile("(?i);\\s*" + name + "=\"?([^\";]+)\"?").matcher(header);
        return found.find() ? found.group(1).strip() : "";
    }

    private static Charset charset(String name) {
        try {
            return name.isEmpty() ? StandardCharsets.UTF_8 : Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return StandardCharsets.UTF_8;
        }
    }
}
