package org.medianest.gateway.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ClientAddressesTest {
    @Test
    void withoutTrustedProxiesNothingIsBelieved() {
        assertThat(trusting().of("203.0.113.7", List.of("198.51.100.1"))).isEqualTo("203.0.113.7");
    }

    @Test
    void aTrustedProxyIsBelieved() {
        assertThat(trusting("127.0.0.1").of("127.0.0.1", List.of("198.51.100.1")))
                .isEqualTo("198.51.100.1");
    }

    @Test
    void whatTheClientSaidBeforeTheProxyIsNotBelieved() {
        assertThat(trusting("127.0.0.1").of("127.0.0.1", List.of("1.2.3.4, 198.51.100.1")))
                .isEqualTo("198.51.100.1");
    }

    @Test
    void aChainOfTrustedProxiesIsFollowed() {
        assertThat(trusting("10.0.0.0/8").of("10.0.0.2", List.of("1.2.3.4, 198.51.100.1", "10.9.9.9")))
                .isEqualTo("198.51.100.1");
    }

    @Test
    void nonsenseEndsTheChain() {
        assertThat(trusting("10.0.0.0/8").of("10.0.0.2", List.of("198.51.100.1, localhost")))
                .isEqualTo("10.0.0.2");
    }

    @Test
    void ipv4InIpv6ClothesIsIpv4() {
        assertThat(trusting("127.0.0.1").of("::ffff:127.0.0.1", List.of("::ffff:198.51.100.1")))
                .isEqualTo("198.51.100.1");
    }

    @Test
    void neighboursInAnIpv6NetworkCountAsOne() {
        assertThat(ClientAddresses.household("2001:db8:1:2:aaaa::1"))
                .isEqualTo(ClientAddresses.household("2001:db8:1:2:bbbb::2"))
                .isNotEqualTo(ClientAddresses.household("2001:db8:1:3::1"));
        assertThat(ClientAddresses.household("198.51.100.1")).isEqualTo("198.51.100.1");
    }

    @Test
    void namesAreNoAddresses() {
        assertThatThrownBy(() -> trusting("proxy.example")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> trusting("10.0.0.0/33")).isInstanceOf(IllegalArgumentException.class);
    }

    private static ClientAddresses trusting(String... proxies) {
        return new ClientAddresses(new Trusting(Optional.of(Arrays.asList(proxies))));
    }

    private record Trusting(Optional<List<String>> trustedProxies) implements DoorConfig {
        @Override
        public Optional<URI> publicUrl() {
            return Optional.empty();
        }

        @Override
        public int maxBody() {
            return 1;
        }

        @Override
        public Duration bodyTimeout() {
            return Duration.ZERO;
        }

        @Override
        public boolean accel() {
            return false;
        }
    }
}
