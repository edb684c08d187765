package org.medianest.commons.address;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

/**
 * The addresses of the public internet: those that a service may call for somebody who says where.
 *
 * <p>Fails closed. Of IPv6 only the globally routed part is in it, so every way to tunnel an IPv4 address (mapped, NAT64, 6to4, Teredo)
 * is refused without being understood.
 */
public final class PublicInternet {
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

    private PublicInternet() {}

    public static boolean contains(InetAddress address) {
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
