package org.medianest.gateway.guard;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** What every answer tells the browser not to do. */
@ApplicationScoped
public class SecurityHeaders {
    private static final String CSP = "content-security-policy";

    private final Map<CharSequence, CharSequence> headers = new LinkedHashMap<>();
    private final Set<String> names = new HashSet<>();

    SecurityHeaders(OwnAddress own) {
        put(CSP, policy(own));
        put("x-content-type-options", "nosniff");
        put("referrer-policy", "same-origin");
        put(
                "permissions-policy",
                "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), hid=(), magnetometer=(), "
                        + "microphone=(), midi=(), payment=(), serial=(), usb=(), fullscreen=(self), "
                        + "picture-in-picture=(self), autoplay=(self), clipboard-write=(self)");
        put("cross-origin-opener-policy", "same-origin");
        put("cross-origin-resource-policy", "same-origin");
        if (own.isSecure()) {
            put("strict-transport-security", "max-age=31536000; includeSubDomains");
        }
    }

    /** Puts them on an answer of ours. */
    public void putOn(MultiMap response) {
        headers.forEach(response::set);
    }

    /**
     * Whether a service has no say in this header, by its name in lower case. A policy of the service counts beside ours: it can only
     * forbid more.
     */
    public boolean isOurs(String name) {
        return !CSP.equals(name) && names.contains(name);
    }

    private void put(String name, String value) {
        headers.put(HttpHeaders.createOptimized(name), HttpHeaders.createOptimized(value));
        names.add(name);
    }

    private static String policy(OwnAddress own) {
        // 'self' covers the live feed in new browsers; older ones want its address spelt out
        String feed = own.url().map(SecurityHeaders::feedOf).orElse("");
        return "default-src 'self'; img-src 'self' data: blob:; media-src 'self' blob:; style-src 'self'; script-src 'self'; "
                + "connect-src 'self'" + feed
                + "; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'";
    }

    private static String feedOf(URI url) {
        return " " + ("https".equals(url.getScheme()) ? "wss" : "ws") + "://" + url.getRawAuthority();
    }
}
