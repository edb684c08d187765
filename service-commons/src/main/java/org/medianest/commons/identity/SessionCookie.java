package org.medianest.commons.identity;

import java.net.URI;

/**
 * The browser's session cookie. Under TLS it has the {@code __Host-} prefix, so that no other host of the domain can set it.
 *
 * @param secure whether browsers reach the portal by https
 */
public record SessionCookie(boolean secure) {
    /** The cookie that belongs to the address that browsers use. */
    public static SessionCookie of(URI publicUrl) {
        return new SessionCookie("https".equals(publicUrl.getScheme()));
    }

    public String name() {
        return secure ? "__Host-medianest" : "medianest";
    }

    /** The cookie that binds a sign-in at another house, while it is under way, to the browser that began it. */
    public String signInName() {
        return secure ? "__Host-medianest-sign-in" : "medianest-sign-in";
    }
}
