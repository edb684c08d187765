package org.medianest.downloads.egress;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which addresses a download may reach: those of the public internet on the ports of the web, and what the admin has listed.
 *
 * <p>Fails closed. Of IPv6 only the globally routed part is allowed, so every way to tunnel an IPv4 address (mapped, NAT64, 6to4,
 * Teredo) is refused without being understood.
 */
@ApplicationScoped
public class AddressRules {
    private static final Set<Integer> WEB_PORTS = Set.of(80, 443);

    private static final List<AddressBlock> REFUSED_V4 = blocks(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10", // carrier-grade NAT
            "127.0.0.0/8",
            "169.254.0.0/16", // link-local, cloud metadata
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24", // 6to4 relays
            "192.168.0.0/16",
            "198.18.0.0/15", // benchmarks
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/3"); // multicast, reserved, broadcast

    private static final AddressBlock GLOBAL_V6 = AddressBlock.of("2000::/3");

    private static final List<AddressBlock> REFUSED_V6 = blocks(
            "2001::/23", // Teredo, ORCHID and other protocol assignments
            "2001:db8::/32",
            "2002::/16", // 6to4
            "3fff::/20");

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
            return listed || addresses.stream().allMatch(AddressRules::isPublic)
                    ? new Verdict.Allowed(addresses)
                    : new Verdict.Refused("address of " + host);
        } catch (UnknownHostException
                | IllegalArgumentException unknown) { // or an address in a spelling that nobody needs
            return new Verdict.Unknown();
        }
    }

    static boolean isPublic(InetAddress address) {
        return address instanceof Inet4Address
                ? none(REFUSED_V4, address)
                : GLOBAL_V6.contains(address) && none(REFUSED_V6, address);
    }

    private static boolean none(List<AddressBlock> blocks, InetAddress address) {
        return blocks.stream().noneMatch(block -> block.contains(address));
    }

    private static List<AddressBlock> blocks(String... cidrs) {
        return Stream.of(cidrs).map(AddressBlock::of).toList();
    }
}
