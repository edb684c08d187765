package org.medianest.downloads.library;

import java.nio.charset.StandardCharsets;

/** {@code Content-Disposition} of RFC 6266: a plain name for old readers and the real one, encoded, for the others. */
final class Disposition {
    private static final String ATTR_CHARS = "!#$&+-.^_`|~";

    private Disposition() {}

    static String of(String name, boolean save) {
        String ascii = name.replaceAll("[^\\x20-\\x7e]", "_").replaceAll("[\"\\\\%]", "_");
        return (save ? "attachment" : "inline") + "; filename=\"" + ascii + "\"; filename*=UTF-8''" + encoded(name);
    }

    private static String encoded(String name) {
        StringBuilder text = new StringBuilder();
        for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            if (c < 128 && (Character.isLetterOrDigit(c) || ATTR_CHARS.indexOf(c) >= 0)) {
                text.append(c);
            } else {
                text.append('%').append(Character.toUpperCase(Character.forDigit(b >> 4 & 15, 16)));
                text.append(Character.toUpperCase(Character.forDigit(b & 15, 16)));
            }
        }
        return text.toString();
    }
}
