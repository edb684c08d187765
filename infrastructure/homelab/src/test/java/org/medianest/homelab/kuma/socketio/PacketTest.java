package org.medianest.homelab.kuma.socketio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;

class PacketTest {
    @Test
    void bodyOfAPollHoldsSeveralPackets() {
        List<EnginePacket> packets = List.of(EnginePacket.message("0"), EnginePacket.of(EnginePacket.Type.PONG));

        assertThat(EnginePacket.body(packets)).isEqualTo("40\u001e3");
        assertThat(EnginePacket.parseBody("40\u001e3")).isEqualTo(packets);
    }

    @Test
    void eventWithAnAnswerHasItsNumberBeforeTheJson() {
        SocketPacket packet = SocketPacket.parse("213[\"login\",{\"username\":\"u\"}]");

        assertThat(packet.type()).isEqualTo(SocketPacket.Type.EVENT);
        assertThat(packet.namespace()).isEqualTo("/");
        assertThat(packet.ack()).hasValue(13);
        assertThat(packet.json()).isEqualTo("[\"login\",{\"username\":\"u\"}]");
    }

    @Test
    void namespaceStandsBeforeTheRest() {
        SocketPacket packet = SocketPacket.parse("0/admin,{\"token\":\"x\"}");

        assertThat(packet.type()).isEqualTo(SocketPacket.Type.CONNECT);
        assertThat(packet.namespace()).isEqualTo("/admin");
        assertThat(packet.json()).isEqualTo("{\"token\":\"x\"}");
    }

    @Test
    void eventsAndAnswersAreWrittenAsDocumented() {
        assertThat(SocketPacket.event("uptime", 1, 24, 0.9998).text()).isEqualTo("2[\"uptime\",1,24,0.9998]");
        assertThat(SocketPacket.event("loginRequired").text()).isEqualTo("2[\"loginRequired\"]");
        assertThat(SocketPacket.event("avgPing", 1, null).text()).isEqualTo("2[\"avgPing\",1,null]");
        assertThat(SocketPacket.ack(0, new JsonObject().put("ok", true)).text()).isEqualTo("30[{\"ok\":true}]");
    }

    @Test
    void garbageIsNoPacket() {
        assertThatThrownBy(() -> EnginePacket.parse("x")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> EnginePacket.parse("")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SocketPacket.parse("9[]")).isInstanceOf(IllegalArgumentException.class);
    }
}
