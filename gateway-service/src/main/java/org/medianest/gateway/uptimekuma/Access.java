package org.medianest.gateway.uptimekuma;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** What it takes to ask an Uptime Kuma. */
sealed interface Access {
    URI url();

    /**
     * @param token of an earlier login; better than the password, because it needs no second factor
     * @param code the second factor, which is good once
     */
    record Socket(
            URI url,
            String username,
            Secret password,
            @Nullable Secret token,
            @Nullable Secret code) implements Access {}

    record StatusPage(URI url, String slug) implements Access {}

    record Metrics(URI url, Secret key) implements Access {}
}
