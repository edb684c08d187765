package org.medianest.gateway.guard;

import io.netty.util.NetUtil;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whose address a request comes from. A header is believed only as far as the proxies that we know have written it. */
@ApplicationScoped
public class ClientAddresses {
    private final List<AddressRange> trusted;

    ClientAddresses(DoorConfig config) {
        this.trusted = config.trustedProxies().orElse(List.of()).stream()
                .filter(text -> !text.isBlank())
                .map(AddressRange::parse)
                .toList();
    }

    public String of(HttpServerRequest request) {
        SocketAddress peer = request.remoteAddress();
        String address = peer == null || peer.hostAddress() == null ? "unknown" : peer.hostAddress();
        return of(address, request.headers().getAll("X-Forwarded-For"));
    }

    /** From the right: each proxy appends whom it saw, so the first whom we do not know is the client. */
    String of(String peer, List<String> forwardedFor) {
        String client = canonical(peer);
        if (forwardedFor.isEmpty() || !isTrusted(client)) {
            return client;
        }
        List<String> hops =
                Arrays.asList(String.join(",", forwardedFor).split(",")).reversed();
        for (String hop : hops) {
            if (!isTrusted(client)) {
                return client;
            }
            String further = addressIn(hop.strip());
            if (further == null) {
                return client;
            }
            client = further;
        }
        return client;
    }

    public boolean isTrusted(String address) {
        return !trusted.isEmpty() && trusted.stream().anyMatch(range -> range.contains(address));
    }

    /** Whoever has an IPv6 address has the 2^64 beside it as well: they count as one. */
    public static String household(String address) {
        byte[] bytes = AddressRange.bytesOf(address);
        if (bytes == null || bytes.length == 4) {
            return address;
        }
        Arrays.fill(bytes, 8, 16, (byte) 0);
        return NetUtil.bytesToIpAddress(bytes) + "/64";
    }

    private static @Nullable String addressIn(String hop) {
        return AddressRange.bytesOf(hop) == null ? null : canonical(hop);
    }

    private static String canonical(String address) {
        byte[] bytes = AddressRange.bytesOf(address);
        return bytes == null ? address : NetUtil.bytesToIpAddress(bytes);
    }
}
