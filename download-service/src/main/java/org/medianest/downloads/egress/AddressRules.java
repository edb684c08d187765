package org.medianest.downloads.egress;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.medianest.commons.address.PublicInternet;

/**
 * Which addresses a download may reach: those of the public internet on the ports of the web, and what the admin has listed. Fails
 * closed.
 */
@ApplicationScoped
public class AddressRules {
    private static final Set<Integer> WEB_PORTS = Set.of(80, 443);

    /** How names become addresses; tests put their own here. */
    @FunctionalInterface
    public interface Resolver {
        List<InetAddress> resolve(String host) throws UnknownHostException;
    }

    /** What may be done about a host and port. */
    public sealed interface Verdict {
        /** Connect to one of these, and to nothing else. */
        record Allowed(List<InetAddress> addresses) implements Verdict {
            public Allowed {
                addresses = List.copyOf(addresses);
            }
        }

        record Refused(String reason) implements Verdict {}

        /** The name has no address. */
        record Unknown() implements Verdict {}
    }

    private final Set<String> allowed;
    private final Resolver resolver;

    @Inject
    AddressRules(EgressConfig config) {
        this(config.allowedAddresses().orElse(List.of()), host -> List.of(InetAddress.getAllByName(host)));
    }

    AddressRules(List<String> allowed, Resolver resolver) {
        this.allowed = allowed.stream()
                .map(pair -> pair.strip().toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
        this.resolver = resolver;
    }

    /** Whether the admin has listed this host and port. */
    boolean isListed(String host, int port) {
        return allowed.contains(host.toLowerCase(Locale.ROOT) + ":" + port);
    }

    /** Whether the port may be asked for at all. */
    boolean isWebPort(int port) {
        return WEB_PORTS.contains(port);
    }

    /** Resolves the host, once, and judges every address that it has. May block on DNS. */
    public Verdict judge(String host, int port) {
        boolean listed = isListed(host, port);
        if (!listed && !isWebPort(port)) {
            return new Verdict.Refused("port " + port);
        }
        try {
            List<InetAddress> addresses = resolver.resolve(host);
            if (addresses.isEmpty()) {
                return new Verdict.Unknown();
            }
            return listed || addresses.stream().allMatch(PublicInternet::contains)
                    ? new Verdict.Allowed(addresses)
                    : new Verdict.Refused("address of " + host);
        } catch (UnknownHostException
                | IllegalArgumentException unknown) { // or an address in a spelling that nobody needs
            return new Verdict.Unknown();
        }
    }
}
