package org.medianest.auth.notification.push;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.medianest.commons.address.PublicInternet;
import org.medianest.commons.concurrent.CallerContext;

/** Which endpoints may be called: anybody can say one, so only https, and only what is out in the world. */
@ApplicationScoped
class PushTargets {
    private static final int TLS_PORT = 443;
    private static final int PLAIN_PORT = 80;

    private final Set<String> allowed;
    private final Vertx vertx;

    PushTargets(PushConfig config, Vertx vertx) {
        this.allowed = config.allowedAddresses().orElse(List.of()).stream()
                .map(pair -> pair.strip().toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
        this.vertx = vertx;
    }

    /** Is not called, and why. */
    static final class Refused extends RuntimeException {
        Refused(String reason) {
            super(reason, null, false, false);
        }
    }

    /** Looks its name up once, and judges every address that it has. Fails with {@link Refused}. */
    Uni<PushTarget> judge(String endpoint) {
        return Uni.createFrom().deferred(() -> {
            URI uri = uri(endpoint);
            return Uni.createFrom()
                    .completionStage(
                            () -> vertx.executeBlocking(() -> judge(uri), false).toCompletionStage())
                    .emitOn(CallerContext.executor());
        });
    }

    private PushTarget judge(URI uri) {
        try {
            InetAddress[] addresses = InetAddress.getAllByName(uri.getHost());
            for (InetAddress address : addresses) {
                if (!isListed(uri) && !PublicInternet.contains(address)) {
                    throw new Refused("must be a push service that is out in the world");
                }
            }
            return new PushTarget(uri, addresses[0]);
        } catch (UnknownHostException | IllegalArgumentException unknown) { // or a spelling that nobody needs
            throw new Refused("must be a push service that can be found");
        }
    }

    private URI uri(String endpoint) {
        URI uri = parsed(endpoint);
        boolean isListed = uri.getHost() != null && isListed(uri);
        boolean isWeb = "https".equals(uri.getScheme()) || isListed && "http".equals(uri.getScheme());
        if (!isWeb || uri.getHost() == null || uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
            throw new Refused("must be an address of https, without a name or a fragment");
        }
        if (!isListed && portOf(uri) != TLS_PORT) {
            throw new Refused("must be at the port of https");
        }
        return uri;
    }

    private static URI parsed(String endpoint) {
        try {
            return new URI(endpoint);
        } catch (URISyntaxException noAddress) {
            throw new Refused("must be an address");
        }
    }

    private boolean isListed(URI uri) {
        return allowed.contains(uri.getHost().toLowerCase(Locale.ROOT) + ":" + portOf(uri));
    }

    static int portOf(URI uri) {
        int standard = "https".equals(uri.getScheme()) ? TLS_PORT : PLAIN_PORT;
        return uri.getPort() < 0 ? standard : uri.getPort();
    }
}
