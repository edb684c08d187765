package org.medianest.media.integration;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import org.medianest.media.MediaProblem;

/** The address of a system, as an admin types it. */
final class SystemAddress {
    private static final int LONGEST = 1_000;
    private static final int LAST_PORT = 65_535;

    private SystemAddress() {}

    /** The address in one spelling: without a slash at the end, its scheme and host in lower case. */
    static URI checked(String typed) {
        URI url = parsed(typed.strip());
        String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            throw MediaProblem.ADDRESS_NOT_ALLOWED.because("It must begin with http:// or https://.");
        }
        if (url.getHost() == null || url.getHost().isEmpty()) {
            throw MediaProblem.ADDRESS_NOT_ALLOWED.because("It must name a host, as http://192.168.1.5:32400 does.");
        }
        if (url.getPort() > LAST_PORT) {
            throw MediaProblem.ADDRESS_NOT_ALLOWED.because("Its port must be a number up to 65535.");
        }
        if (url.getRawUserInfo() != null) {
            throw MediaProblem.ADDRESS_NOT_ALLOWED.because(
                    "It must not hold a name or password. The key has its own field.");
        }
        if (url.getRawQuery() != null || url.getRawFragment() != null) {
            throw MediaProblem.ADDRESS_NOT_ALLOWED.because("It must end before any ? or #.");
        }
        String port = url.getPort() < 0 ? "" : ":" + url.getPort();
        String path = url.getRawPath() == null ? "" : url.getRawPath();
        return URI.create(scheme + "://" + url.getHost().toLowerCase(Locale.ROOT) + port + withoutSlash(path));
    }

    private static URI parsed(String typed) {
        try {
            if (typed.length() <= LONGEST) {
                return new URI(typed);
            }
        } catch (URISyntaxException noUrl) {
            throw MediaProblem.ADDRESS_NOT_ALLOWED.because(
                    "It is not an address. An example: http://192.168.1.5:32400");
        }
        throw MediaProblem.ADDRESS_NOT_ALLOWED.because("It is too long.");
    }

    private static String withoutSlash(String path) {
        return path.endsWith("/") ? withoutSlash(path.substring(0, path.length() - 1)) : path;
    }

    /** Whether both are the same machine and program: a key that was given for one may be shown to the other. */
    static boolean isSamePlace(URI one, URI other) {
        return one.getScheme().equals(other.getScheme())
                && one.getRawAuthority().equals(other.getRawAuthority());
    }
}
