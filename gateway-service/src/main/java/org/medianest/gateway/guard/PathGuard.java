package org.medianest.gateway.guard;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
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

    /** What RFC 3986 allows, save {@code ;}, with which some hide things from others. */
    private static final BitSet IN_PATHS = lettersDigitsAnd("/-._~!$&'()*+,=:@%");

    /** And the brackets that many write there. */
    private static final BitSet IN_QUERIES = lettersDigitsAnd("/-._~!$&'()*+,=:@%;?[]");

    private PathGuard() {}

    static Optional<ProblemException> refusal(String uri) {
        if (uri.length() > LONGEST_URI) {
            return Optional.of(GatewayProblem.URI_TOO_LONG.because("The address has more than 8192 characters."));
        }
        int query = uri.indexOf('?');
        String path = RequestPath.of(uri);
        return isPlain(path) && (query < 0 || isQuery(uri, query + 1))
                ? Optional.empty()
                : Optional.of(
                        CommonProblem.BAD_REQUEST.because("The address is spelt in a way that is not accepted here."));
    }

    private static boolean isPlain(String path) {
        return path.startsWith("/")
                && consistsOf(IN_PATHS, path, 0)
                && !path.contains("//")
                && !hasDotSegment(path)
                && (path.indexOf('%') < 0 || isPlainlyEscaped(path));
    }

    /** Nobody routes by it, so it is only held to what is a URI at all. */
    private static boolean isQuery(String uri, int from) {
        if (!consistsOf(IN_QUERIES, uri, from)) {
            return false;
        }
        for (int i = uri.indexOf('%', from); i >= 0; i = uri.indexOf('%', i + 1)) {
            if (escaped(uri, i) < 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean consistsOf(BitSet characters, String text, int from) {
        for (int i = from; i < text.length(); i++) {
            if (!characters.get(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static BitSet lettersDigitsAnd(String others) {
        BitSet all = new BitSet(128);
        all.set('a', 'z' + 1);
        all.set('A', 'Z' + 1);
        all.set('0', '9' + 1);
        others.chars().forEach(all::set);
        return all;
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
