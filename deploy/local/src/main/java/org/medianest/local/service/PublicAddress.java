package org.medianest.local.service;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.util.Optional;

/** The address that a person types: a name or number under which the gateway can be reached. */
final class PublicAddress {
    private PublicAddress() {}

    static String of(String bind, int port) {
        try {
            InetAddress address = InetAddress.getByName(bind);
            if (address.isLoopbackAddress()) {
                return at("localhost", port);
            }
            return at(address.isAnyLocalAddress() ? ofThisMachine().orElse("localhost") : bind, port);
        } catch (IOException e) {
            return at(bind, port);
        }
    }

    private static String at(String host, int port) {
        return "http://%s:%d".formatted(host.contains(":") ? "[" + host + "]" : host, port);
    }

    private static Optional<String> ofThisMachine() throws IOException {
        return NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(Inet4Address.class::isInstance)
                .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
                .map(InetAddress::getHostAddress)
                .findFirst();
    }
}
