package org.medianest.gateway.backend;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.medianest.commons.circuit.Circuit;
import org.medianest.gateway.backend.Replicas.Choice;

class ReplicasTest {
    private final Map<String, List<String>> names =
            new ConcurrentHashMap<>(Map.of("auth-service", List.of("10.0.0.1"), "127.0.0.1", List.of("127.0.0.1")));

    @Test
    void eachAddressOfANameIsAReplica() {
        names.put("auth-service", List.of("10.0.0.1", "10.0.0.2"));

        Replicas replicas = replicas("http://auth-service:8081");

        assertThat(addresses(replicas)).containsExactlyInAnyOrder("10.0.0.1:8081", "10.0.0.2:8081");
        assertThat(replicas.mayChange()).isTrue();
    }

    @Test
    void eachUrlOfAListIsAReplica() {
        Replicas replicas = replicas("http://127.0.0.1:8081", "http://127.0.0.1:9081");

        assertThat(addresses(replicas)).containsExactlyInAnyOrder("127.0.0.1:8081", "127.0.0.1:9081");
        assertThat(replicas.mayChange()).isFalse();
    }

    @Test
    void addressesComeAndGoAndWhatIsKnownOfOneStays() {
        Replicas replicas = replicas("http://auth-service:8081");
        Replica first = asked(replicas);
        first.circuit().failed();

        names.put("auth-service", List.of("10.0.0.1", "10.0.0.2"));
        replicas.look();

        assertThat(replicas.count()).isEqualTo(2);
        assertThat(replicas.trusted()).isEqualTo(1);

        names.put("auth-service", List.of("10.0.0.2"));
        replicas.look();

        assertThat(addresses(replicas)).containsExactly("10.0.0.2:8081");
    }

    @Test
    void aNameThatCannotBeLookedUpAtTheMomentKeepsItsAddresses() {
        Replicas replicas = replicas("http://auth-service:8081");

        names.remove("auth-service");
        replicas.look();

        assertThat(addresses(replicas)).containsExactly("10.0.0.1:8081");
    }

    @Test
    void aNameThatWasNeverKnownIsToBeTriedAgainLater() {
        names.remove("auth-service");
        Replicas replicas = replicas("http://auth-service:8081");

        assertThat(replicas.choose(List.of())).isInstanceOf(Choice.StayAway.class);
        assertThat(replicas.isAnyTrusted()).isFalse();

        names.put("auth-service", List.of("10.0.0.1"));
        replicas.look();

        assertThat(replicas.choose(List.of())).isInstanceOf(Choice.Ask.class);
    }

    private Replicas replicas(String... urls) {
        return new Replicas(
                "auth",
                Stream.of(urls).map(URI::create).toList(),
                this::lookUp,
                address -> new Replica(address, new Circuit(1, Duration.ofHours(1)), Duration.ofHours(1)));
    }

    private InetAddress[] lookUp(String host) throws UnknownHostException {
        List<String> known = names.get(host);
        if (known == null) {
            throw new UnknownHostException(host);
        }
        InetAddress[] addresses = new InetAddress[known.size()];
        for (int i = 0; i < addresses.length; i++) {
            addresses[i] = InetAddress.getByName(known.get(i));
        }
        return addresses;
    }

    private static Set<String> addresses(Replicas replicas) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 200; i++) {
            seen.add(asked(replicas).toString());
        }
        return seen;
    }

    private static Replica asked(Replicas replicas) {
        return ((Choice.Ask) replicas.choose(List.of())).replica();
    }
}
