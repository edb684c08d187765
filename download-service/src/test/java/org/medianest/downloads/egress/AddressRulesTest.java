package org.medianest.downloads.egress;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.medianest.downloads.egress.AddressRules.Verdict;

class AddressRulesTest {
    @Test
    void nameThatChangesItsAddressIsJudgedEveryTime() {
        Deque<String> answers = new ArrayDeque<>(List.of("93.184.216.34", "127.0.0.1"));
        AddressRules rules = new AddressRules(List.of(), host -> List.of(InetAddress.ofLiteral(answers.pop())));

        assertThat(rules.judge("rebind.example", 443)).isInstanceOf(Verdict.Allowed.class);
        assertThat(rules.judge("rebind.example", 443)).isInstanceOf(Verdict.Refused.class);
    }

    @Test
    void onlyPortsOfTheWebAreOpen() {
        AddressRules rules = new AddressRules(List.of(), host -> List.of(InetAddress.ofLiteral("1.1.1.1")));

        assertThat(rules.judge("example.org", 80)).isInstanceOf(Verdict.Allowed.class);
        assertThat(rules.judge("example.org", 6379)).isInstanceOf(Verdict.Refused.class);
    }

    @Test
    void listedPairIsOpenAndItsNeighbourIsNot() {
        AddressRules rules =
                new AddressRules(List.of("NAS.lan:8080"), host -> List.of(InetAddress.ofLiteral("192.168.1.5")));

        assertThat(rules.judge("nas.lan", 8080)).isInstanceOf(Verdict.Allowed.class);
        assertThat(rules.judge("nas.lan", 80)).isInstanceOf(Verdict.Refused.class);
        assertThat(rules.judge("other.lan", 8080)).isInstanceOf(Verdict.Refused.class);
    }
}
