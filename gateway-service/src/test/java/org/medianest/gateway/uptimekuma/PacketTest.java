package org.medianest.gateway.uptimekuma;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PacketTest {
    @Test
    void handshakeSaysHowLongSilenceMayBe() {
        assertThat(Packet.read("0{\"sid\":\"x\",\"upgrades\":[],\"pingInterval\":25000,\"pingTimeout\":20000}"))
                .isEqualTo(new Packet.Open(25_000, 20_000));
    }

    @Test
    void eachKindOfFrameIsRead() {
        assertThat(Packet.read("2")).isEqualTo(new Packet.Ping());
        assertThat(Packet.read("40{\"sid\":\"y\"}")).isEqualTo(new Packet.Connected());
        assertThat(Packet.read("41")).isEqualTo(new Packet.Ended("disconnected"));
        assertThat(Packet.read("44{\"message\":\"no\"}")).isEqualTo(new Packet.Ended("refused"));
        assertThat(Packet.read("1")).isEqualTo(new Packet.Ended("closed"));
        assertThat(Packet.read("6")).isEqualTo(new Packet.Other());
        assertThat(Packet.read("42/admin,[\"x\"]")).isEqualTo(new Packet.Other());
        assertThat(Packet.read("451-[\"x\",{\"_placeholder\":true,\"num\":0}]")).isEqualTo(new Packet.Other());
    }

    @Test
    void eventHasItsNameAndWhatItSays() {
        assertThat(Packet.read("42[\"uptime\",1,24,0.9998]")).isInstanceOfSatisfying(Packet.Event.class, event -> {
            assertThat(event.name()).isEqualTo("uptime");
            assertThat(event.arguments()).hasToString("[1,24,0.9998]");
        });
    }

    @Test
    void eventThatWantsAnAnswerIsAnEventTo() {
        assertThat(Packet.read("4217[\"refresh\"]"))
                .isInstanceOfSatisfying(
                        Packet.Event.class, event -> assertThat(event.name()).isEqualTo("refresh"));
    }

    @Test
    void answerBelongsToItsCall() {
        assertThat(Packet.read("4312[{\"ok\":true}]")).isInstanceOfSatisfying(Packet.Ack.class, ack -> {
            assertThat(ack.call()).isEqualTo(12);
            assertThat(ack.arguments()).hasToString("[{\"ok\":true}]");
        });
    }

    @Test
    void callIsWrittenAsUptimeKumaReadsIt() {
        assertThat(Packet.call(0, "loginByToken", "jwt")).isEqualTo("420[\"loginByToken\",\"jwt\"]");
        assertThat(Packet.call(3, "login", Map.of("username", "ü\"")))
                .isEqualTo("423[\"login\",{\"username\":\"ü\\\"\"}]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html>",
                "4",
                "0{}",
                "0[",
                "0{\"pingInterval\":\"x\",\"pingTimeout\":1}",
                "42",
                "42{}",
                "42[]",
                "42[1]",
                "42[\"x\"",
                "430{}",
                "HTTP"
            })
    void whatIsNoPacketIsRefused(String frame) {
        assertThatThrownBy(() -> Packet.read(frame)).isInstanceOf(KumaWords.NotKuma.class);
    }
}
