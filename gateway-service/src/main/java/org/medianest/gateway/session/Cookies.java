package org.medianest.gateway.session;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds the session id in what a browser sends as cookies. */
final class Cookies {
    /** 256 bits in base64url, and room for other encodings; whatever else is in the cookie was not issued by us. */
    private static final Pattern SESSION_ID = Pattern.compile("[A-Za-z0-9_-]{22,128}");

    private Cookies() {}

    /** The one value of the cookie. Two different ones are none: one of them was planted, and we cannot tell which. */
    static Optional<String> sessionId(List<String> headers, String name) {
        Set<String> values = new HashSet<>();
        for (String header : headers) {
            for (String pair : header.split(";", -1)) {
                int equals = pair.indexOf('=');
                if (equals > 0 && pair.substring(0, equals).strip().equals(name)) {
                    values.add(pair.substring(equals + 1).strip());
                }
            }
        }
        return values.size() == 1
                ? values.stream()
                        .filter(value -> SESSION_ID.matcher(value).matches())
                        .findFirst()
                : Optional.empty();
    }
}
