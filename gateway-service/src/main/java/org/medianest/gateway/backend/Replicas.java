package org.medianest.gateway.backend;

import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The processes of one service: each address that one of its URLs names. A name may stand for several, and for others later, as a
 * service grows, shrinks and is replaced.
 */
final class Replicas {
    private static final Logger LOG = Logger.getLogger(Replicas.class);
    private static final Duration COME_AGAIN = Duration.ofSeconds(2);

    private final String service;
    private final List<URI> urls;
    private final Names names;
    private final Function<SocketAddress, Replica> make;
    /** Never changed in place: a request reads it once. */
    private volatile Replica[] all = {};

    /** Finds the addresses of a host. */
    interface Names {
        InetAddress[] addressesOf(String host) throws UnknownHostException;
    }

    /** @param make a replica at an address that was not known before */
    Replicas(String service, List<URI> urls, Names names, Function<SocketAddress, Replica> make) {
        this.service = service;
        this.urls = List.copyOf(urls);
        this.names = names;
        this.make = make;
        look();
    }

    /** Who is to be asked, or how long to stay away from all of them. */
    sealed interface Choice {
        record Ask(Replica replica) implements Choice {}

        record StayAway(Duration time) implements Choice {}
    }

    /** Whether another look may find other addresses. */
    boolean mayChange() {
        return urls.stream().map(URI::getHost).anyMatch(host -> !isAddress(host));
    }

    /**
     * Looks the names up again. What is known of an address that is still named stays; while a name cannot be looked up, those that it
     * had stay too. May block for as long as the system's resolver takes.
     */
    synchronized void look() {
        Map<SocketAddress, Replica> known =
                Arrays.stream(all).collect(Collectors.toMap(Replica::address, Function.identity()));
        Set<SocketAddress> found = new LinkedHashSet<>();
        for (URI url : urls) {
            try {
                for (InetAddress address : names.addressesOf(url.getHost())) {
                    found.add(SocketAddress.inetSocketAddress(portOf(url), address.getHostAddress()));
                }
            } catch (UnknownHostException notNow) {
                LOG.debugf("name not found service=%s host=%s", service, url.getHost());
                known.keySet().stream()
                        .filter(address -> address.port() == portOf(url))
                        .forEach(found::add);
            }
        }
        if (!found.equals(known.keySet())) {
            LOG.infof("replicas of a service service=%s addresses=%s", service, found);
            all = found.stream()
                    .map(address -> known.getOrDefault(address, make.apply(address)))
                    .toArray(Replica[]::new);
        }
    }

    int count() {
        return all.length;
    }

    /** How many can be asked. */
    long trusted() {
        return Arrays.stream(all)
                .filter(replica -> replica.circuit().isClosed() && !replica.isLeaving())
                .count();
    }

    boolean isAnyTrusted() {
        return Arrays.stream(all).anyMatch(replica -> replica.circuit().isClosed());
    }

    /**
     * One that was not tried, stays, and answers as far as is known, whichever; else one that leaves. Random, because a counter would be
     * written to by every request of every event loop.
     */
    Choice choose(List<Replica> tried) {
        Replica[] now = all;
        if (now.length == 1 && tried.isEmpty()) {
            return ask(now[0]);
        }
        int start = now.length > 1 ? ThreadLocalRandom.current().nextInt(now.length) : 0;
        List<Replica> leaving = new ArrayList<>(0);
        Choice.@Nullable StayAway away = null;
        for (int i = 0; i < now.length; i++) {
            Replica replica = now[(start + i) % now.length];
            if (tried.contains(replica)) {
                continue;
            }
            if (replica.isLeaving()) {
                leaving.add(replica);
                continue;
            }
            switch (ask(replica)) {
                case Choice.Ask ask -> {
                    return ask;
                }
                case Choice.StayAway refused -> away = sooner(away, refused);
            }
        }
        for (Replica replica : leaving) {
            if (ask(replica) instanceof Choice.Ask ask) {
                return ask;
            }
        }
        return away == null ? new Choice.StayAway(COME_AGAIN) : away;
    }

    /** Who gets one to ask must report to its circuit. */
    private static Choice ask(Replica replica) {
        Optional<Duration> refusal = replica.circuit().refusal();
        return refusal.isPresent() ? new Choice.StayAway(refusal.get()) : new Choice.Ask(replica);
    }

    private static Choice.StayAway sooner(Choice.@Nullable StayAway one, Choice.StayAway other) {
        return one == null || other.time().compareTo(one.time()) < 0 ? other : one;
    }

    private static boolean isAddress(String host) {
        return host.startsWith("[") || host.matches("[0-9.]+");
    }

    private static int portOf(URI url) {
        return url.getPort() >= 0 ? url.getPort() : "https".equals(url.getScheme()) ? 443 : 80;
    }
}
