package org.medianest.gateway.session;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the session id in what a browser sends as cookies. */
final class Cookies {
    /** 256 bits in base64url are 43 characters; there is room for other lengths, but whatever else is in the cookie is not from us. */
    private static final int SHORTEST_ID = 22;

    private static final int LONGEST_ID = 128;

    private Cookies() {}

    /** The one value of the cookie. Two different ones are none: one of them was planted, and we cannot tell which. */
    static Optional<String> sessionId(List<String> headers, String name) {
        String found = null;
        for (String header : headers) {
            for (int start = 0; start <= header.length(); start = end(header, start) + 1) {
                String value = valueOf(name, header, start, end(header, start));
                if (value != null && found != null && !value.equals(found)) {
                    return Optional.empty();
                }
                found = value == null ? found : value;
            }
        }
        return Optional.ofNullable(found).filter(Cookies::isSessionId);
    }

    private static int end(String header, int start) {
        int semicolon = header.indexOf(';', start);
        return semicolon < 0 ? header.length() : semicolon;
    }

    private static @Nullable String valueOf(String name, String header, int start, int end) {
        int equals = header.indexOf('=', start);
        return equals > start
                        && equals < end
                        && header.substring(start, equals).strip().equals(name)
                ? header.substring(equals + 1, end).strip()
                : null;
    }

    private static boolean isSessionId(String value) {
        if (value.length() < SHORTEST_ID || value.length() > LONGEST_ID) {
            return false;
        }
        for (int i = 0; i < value.length(); i++) {
            if (!isBase64Url(value.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isBase64Url(char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
    }
}
