package org.medianest.gateway.guard;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.medianest.commons.problem.CommonProblem;
import org.medianest.commons.problem.ProblemException;
import org.medianest.gateway.problem.GatewayProblem;

/**
 * Refuses spellings of a path that two programs could read differently: what we route by must be what the service behind us sees.
 * An address that is not refused has one spelling only.
 */
final class PathGuard {
    private static final int LONGEST_URI = 8 * 1024;
    /** What an honest client never escapes, and what must not hide behind an escape. */
    private static final String NEVER_ESCAPED = "/\\;.%-_~";

    private PathGuard() {}

    static Optional<ProblemException> refusal(String uri) {
        if (uri.length() > LONGEST_URI) {
            return Optional.of(GatewayProblem.URI_TOO_LONG.because("The address has more than 8192 characters."));
        }
        int query = uri.indexOf('?');
        String path = RequestPath.of(uri);
        if (isPlain(path) && (query < 0 || isPrintable(uri, query))) {
            return Optional.empty();
        }
        return Optional.of(
                CommonProblem.BAD_REQUEST.because("The address is spelt in a way that is not accepted here."));
    }

    private static boolean isPlain(String path) {
        return path.startsWith("/")
                && isPrintable(path, 0)
                && !path.contains("//")
                && path.indexOf('\\') < 0
                && path.indexOf(';') < 0
                && path.indexOf('#') < 0
                && !hasDotSegment(path)
                && (path.indexOf('%') < 0 || isPlainlyEscaped(path));
    }

    private static boolean isPrintable(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            if (text.charAt(i) <= 0x20 || text.charAt(i) >= 0x7f) {
                return false;
            }
        }
        return true;
    }

    private static boolean hasDotSegment(String path) {
        return path.contains("/./") || path.contains("/../") || path.endsWith("/.") || path.endsWith("/..");
    }

    private static boolean isPlainlyEscaped(String path) {
        byte[] bytes = new byte[path.length()];
        int length = 0;
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            if (c == '%') {
                int escaped = escaped(path, i);
                if (escaped < 0 || mustNotBeEscaped(escaped)) {
                    return false;
                }
                bytes[length++] = (byte) escaped;
                i += 2;
            } else {
                bytes[length++] = (byte) c;
            }
        }
        return isUtf8(ByteBuffer.wrap(bytes, 0, length));
    }

    private static int escaped(String path, int percent) {
        if (percent + 2 >= path.length()) {
            return -1;
        }
        int high = Character.digit(path.charAt(percent + 1), 16);
        int low = Character.digit(path.charAt(percent + 2), 16);
        return high < 0 || low < 0 ? -1 : high * 16 + low;
    }

    private static boolean mustNotBeEscaped(int c) {
        return c < 0x20 || c == 0x7f || (c < 0x80 && (Character.isLetterOrDigit(c) || NEVER_ESCAPED.indexOf(c) >= 0));
    }

    /** Overlong forms are no UTF-8 either. */
    private static boolean isUtf8(ByteBuffer bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(bytes);
            return true;
        } catch (CharacterCodingException notUtf8) {
            return false;
        }
    }
}
