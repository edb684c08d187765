package org.medianest.downloads.egress;

import java.net.URI;

/**
 * A link that has passed {@link LinkRules}, in its one canonical spelling.
 *
 * @param host without brackets and trailing dot, an address in its usual form
 * @param port never -1
 * @param wellKnown a fixed public site, whose address need not be judged before the download reaches for it
 */
public record Link(URI uri, String host, int port, boolean wellKnown) {
    @Override
    public String toString() {
        return uri.toString();
    }
}
