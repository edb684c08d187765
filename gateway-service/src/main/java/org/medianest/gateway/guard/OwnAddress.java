package org.medianest.gateway.guard;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What browsers call us. */
@ApplicationScoped
public class OwnAddress {
    private final Optional<URI> publicUrl;

    OwnAddress(DoorConfig config) {
        this.publicUrl = config.publicUrl();
    }

    public boolean isSecure() {
        return publicUrl.map(url -> "https".equals(url.getScheme())).orElse(false);
    }

    /** The public URL, when there is one. */
    public Optional<URI> url() {
        return publicUrl;
    }

    /**
     * Whether a page of that origin is one of ours: it is the public one, or, while we speak plain http, the host that was asked
     * (the same house by another name, such as localhost). Under https only the public origin counts.
     */
    public boolean isOurs(String origin, @Nullable String host) {
        String said = origin.toLowerCase(Locale.ROOT);
        if (publicUrl.map(OwnAddress::originOf).filter(said::equals).isPresent()) {
            return true;
        }
        return !isSecure() && host != null && said.equals("http://" + withoutDefaultPort(host));
    }

    private static String originOf(URI url) {
        String scheme = url.getScheme().toLowerCase(Locale.ROOT);
        boolean isDefault = url.getPort() < 0 || url.getPort() == ("https".equals(scheme) ? 443 : 80);
        return scheme + "://" + url.getHost().toLowerCase(Locale.ROOT) + (isDefault ? "" : ":" + url.getPort());
    }

    private static String withoutDefaultPort(String host) {
        String lower = host.toLowerCase(Locale.ROOT);
        return lower.endsWith(":80") ? lower.substring(0, lower.length() - 3) : lower;
    }
}
