package org.medianest.downloads.egress;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a request to the proxy asks for. Host names are taken as they come, with underscores too: what they mean is judged elsewhere.
 *
 * @param host without brackets
 * @param path path and query of an absolute-form request; empty for CONNECT
 */
record EgressTarget(String host, int port, String path) {
    private static final Pattern AUTHORITY =
            Pattern.compile("(?:\\[([0-9A-Fa-f:.]+)]|([A-Za-z0-9._-]+))(?::(\\d{1,5}))?");
    private static final Pattern ABSOLUTE = Pattern.compile("(?i:http)://([^/?#]*)(/[^#]*)?(\\?[^#]*)?");
    private static final int HTTP = 80;

    static Optional<EgressTarget> of(HttpServerRequest request) {
        if (request.method() == HttpMethod.CONNECT) {
            return of(request.uri(), -1, "");
        }
        Matcher absolute = ABSOLUTE.matcher(request.uri());
        return absolute.matches()
                ? of(
                        absolute.group(1),
                        HTTP,
                        Optional.ofNullable(absolute.group(2)).orElse("/")
                                + Optional.ofNullable(absolute.group(3)).orElse(""))
                : Optional.empty();
    }

    private static Optional<EgressTarget> of(String authority, int defaultPort, String path) {
        Matcher place = AUTHORITY.matcher(authority);
        if (!place.matches()) {
            return Optional.empty();
        }
        String host = Optional.ofNullable(place.group(1)).orElse(String.valueOf(place.group(2)));
        int port = Optional.ofNullable(place.group(3)).map(Integer::parseInt).orElse(defaultPort);
        return port < 1 || port > 65_535
                ? Optional.empty()
                : Optional.of(new EgressTarget(host.toLowerCase(Locale.ROOT), port, path));
    }
}
