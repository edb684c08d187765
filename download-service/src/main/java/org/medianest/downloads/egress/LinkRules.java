package org.medianest.downloads.egress;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.IDN;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.medianest.commons.address.PublicInternet;
import org.medianest.downloads.egress.AddressRules.Verdict;
import org.medianest.downloads.egress.LinkVerdict.Accepted;
import org.medianest.downloads.egress.LinkVerdict.Forbidden;
import org.medianest.downloads.egress.LinkVerdict.Malformed;

/**
 * Judges a link before any process sees it, and rebuilds it from its parts: what yt-dlp gets was written by us.
 *
 * <p>Only the first of two guards. What a name resolves to is judged again, for every connection, by {@link EgressProxy}.
 */
@ApplicationScoped
public class LinkRules {
    private static final int MAX_LENGTH = 2_048;
    private static final int MAX_HOST = 253;

    /** Controls, formatting (right-to-left override, zero width), spaces of all kinds, halves of characters, backslash. */
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{C}\\p{Z}\\\\]");

    private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:.*", Pattern.DOTALL);
    private static final Pattern HOST =
            Pattern.compile("[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?(\\.[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?)*");
    private static final Pattern ENDS_IN_A_NUMBER = Pattern.compile("(.*\\.)?(\\d+|0x[0-9a-f]*)");

    private final AddressRules addresses;

    LinkRules(AddressRules addresses) {
        this.addresses = addresses;
    }

    /** Judges what can be judged without asking anybody. */
    public LinkVerdict judge(String text) {
        if (text.length() > MAX_LENGTH) {
            return new Malformed("The link is longer than 2,048 characters.");
        }
        if (INVISIBLE.matcher(text).find()) {
            return new Malformed("The link has spaces or invisible characters in it. Copy it again.");
        }
        if (!SCHEME.matcher(text).matches()) {
            return new Malformed("A link starts with https:// or http://.");
        }
        try {
            return judge(new URI(text));
        } catch (URISyntaxException notALink) {
            return new Malformed("This is not a link. Copy it from the address bar of the browser.");
        }
    }

    /** Resolves the host and judges where it leads. May block on DNS. */
    public LinkVerdict judgeHost(Link link) {
        return switch (addresses.judge(link.host(), link.port())) {
            case Verdict.Allowed allowed -> new Accepted(link);
            case Verdict.Refused refused ->
                new Forbidden("The link leads into a private network, and those are closed to downloads.");
            case Verdict.Unknown unknown ->
                new Malformed("There is no site named " + link.host() + ". Check the spelling.");
        };
    }

    private LinkVerdict judge(URI uri) {
        String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        if (!scheme.equals("https") && !scheme.equals("http")) {
            return new Forbidden("Only links that start with https:// or http:// can be downloaded.");
        }
        String authority = uri.getRawAuthority();
        if (authority == null) {
            return new Malformed("The link does not name a site.");
        }
        if (authority.contains("@")) {
            return new Forbidden("The link has a user name or a password in it. Remove them.");
        }
        return Authority.of(authority, scheme.equals("https") ? 443 : 80)
                .map(place -> judge(uri, scheme, place))
                .orElseGet(() -> new Malformed("The link does not name a site."));
    }

    private LinkVerdict judge(URI uri, String scheme, Authority place) {
        if (!addresses.isListed(place.host(), place.port())) {
            if (!addresses.isWebPort(place.port())) {
                return new Forbidden(
                        "The link asks for port " + place.port() + "; only 80 and 443 are open to downloads.");
            }
            if (place.address()
                            .filter(address -> !PublicInternet.contains(address))
                            .isPresent()
                    || place.isLocalName()) {
                return new Forbidden("The link leads into a private network, and those are closed to downloads.");
            }
        }
        return YouTubeLinks.isYouTube(place.host())
                ? YouTubeLinks.judge(uri, place.host())
                : new Accepted(rebuilt(uri, scheme, place));
    }

    /** Without fragment: a site never sees it, and yt-dlp reads instructions out of some. */
    private static Link rebuilt(URI uri, String scheme, Authority place) {
        String port = place.port() == (scheme.equals("https") ? 443 : 80) ? "" : ":" + place.port();
        String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        URI canonical = URI.create(scheme + "://" + place.literal() + port + path + query);
        return new Link(URI.create(canonical.toASCIIString()), place.host(), place.port(), false);
    }

    /**
     * Where a link leads.
     *
     * @param address present when the host is an address, in whatever spelling it came
     */
    private record Authority(String host, int port, Optional<InetAddress> address) {
        static Optional<Authority> of(String raw, int defaultPort) {
            int colon = raw.startsWith("[") ? raw.indexOf(':', raw.indexOf(']') + 1) : raw.lastIndexOf(':');
            String host = colon < 0 ? raw : raw.substring(0, colon);
            return port(colon < 0 ? "" : raw.substring(colon + 1), defaultPort)
                    .flatMap(port -> host.startsWith("[") ? ipv6(host, port) : nameOrIpv4(host, port));
        }

        private static Optional<Integer> port(String digits, int defaultPort) {
            if (digits.isEmpty()) {
                return Optional.of(defaultPort);
            }
            return digits.length() > 5 || !digits.chars().allMatch(c -> c >= '0' && c <= '9')
                    ? Optional.empty()
                    : Optional.of(Integer.parseInt(digits)).filter(port -> port > 0 && port < 65_536);
        }

        private static Optional<Authority> ipv6(String bracketed, int port) {
            if (!bracketed.endsWith("]") || bracketed.contains("%")) {
                return Optional.empty();
            }
            try {
                InetAddress address = InetAddress.ofLiteral(bracketed.substring(1, bracketed.length() - 1));
                return Optional.of(new Authority(address.getHostAddress(), port, Optional.of(address)));
            } catch (IllegalArgumentException notAnAddress) {
                return Optional.empty();
            }
        }

        private static Optional<Authority> nameOrIpv4(String raw, int port) {
            try {
                // folds full-width and circled digits and dots into plain ones, as a browser does
                String host = IDN.toASCII(raw).toLowerCase(Locale.ROOT);
                host = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
                return ENDS_IN_A_NUMBER.matcher(host).matches() ? ipv4(host, port) : name(host, port);
            } catch (IllegalArgumentException notAName) {
                return Optional.empty();
            }
        }

        /** As the C library reads it: octal, hexadecimal, one to four parts. */
        private static Optional<Authority> ipv4(String host, int port) {
            InetAddress address = Inet4Address.ofPosixLiteral(host);
            return Optional.of(new Authority(address.getHostAddress(), port, Optional.of(address)));
        }

        private static Optional<Authority> name(String host, int port) {
            return host.length() <= MAX_HOST && HOST.matcher(host).matches()
                    ? Optional.of(new Authority(host, port, Optional.empty()))
                    : Optional.empty();
        }

        /** A name without a dot is one of our own network: {@code localhost}, {@code redis}. */
        boolean isLocalName() {
            return address.isEmpty() && (!host.contains(".") || host.endsWith(".localhost"));
        }

        String literal() {
            return host.contains(":") ? "[" + host + "]" : host;
        }
    }
}
