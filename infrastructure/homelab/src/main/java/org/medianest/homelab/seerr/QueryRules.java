package org.medianest.homelab.seerr;

import io.vertx.ext.web.RoutingContext;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/** What the validator thinks of a query: known parameters only, and nothing reserved in them that is not encoded. */
final class QueryRules {
    private static final Pattern RESERVED = Pattern.compile("[:/?#\\[\\]@!$&'()*+,;=]");

    private QueryRules() {}

    static void check(RoutingContext context, Set<String> known) {
        String query = Objects.requireNonNullElse(context.request().query(), "");
        if (query.isEmpty()) {
            return;
        }
        for (String pair : query.split("&")) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            if (!known.contains(name)) {
                throw Refusal.invalid("/query/" + name, "Unknown query parameter '" + name + "'");
            }
            if (RESERVED.matcher(pair.substring(equals + 1)).find()) {
                throw Refusal.invalid(
                        "/query/" + name,
                        "Parameter '" + name + "' must be url encoded. Its value may not contain reserved characters.");
            }
        }
    }
}
