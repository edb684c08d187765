package org.medianest.auth.notification.mail;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.StringJoiner;

/** Text of people in a header: RFC 2047. The mail client encodes half a letter at a time, of which some have two halves. */
final class EncodedWords {
    /** A word has 75 letters at most. */
    private static final int BYTES = 45;

    private EncodedWords() {}

    /** Nothing but printable ASCII, whatever the text is. */
    static String of(String text) {
        StringJoiner words = new StringJoiner(" ");
        ByteArrayOutputStream word = new ByteArrayOutputStream(BYTES);
        text.codePoints().mapToObj(Character::toString).forEach(letter -> {
            byte[] bytes = letter.getBytes(StandardCharsets.UTF_8);
            if (word.size() + bytes.length > BYTES) {
                words.add(encoded(word));
                word.reset();
            }
            word.writeBytes(bytes);
        });
        return words.add(encoded(word)).toString();
    }

    private static String encoded(ByteArrayOutputStream word) {
        return "=?UTF-8?B?" + Base64.getEncoder().encodeToString(word.toByteArray()) + "?=";
    }
}
