package org.medianest.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class ListeningSocketsTest {
    private static final String TABLE = """
              sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
               0: 0100007F:1F90 00000000:0000 0A 00000000:00000000 00:00000000 00000000  1000        0 41234 1 0000 100 0 0 10 0
               1: 0100007F:1F91 0100007F:D431 01 00000000:00000000 02:000A 00000000  1000        0 41235 2 0000 20 4 30 10 -1
               2: 00000000000000000000000001000000:1FA4 00000000000000000000000000000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 7 1
            """;

    @Test
    void onlyListeningSocketsCount() {
        assertThat(ListeningSockets.parse(TABLE.lines()))
                .containsEntry(8080, 41234L)
                .containsEntry(8100, 7L)
                .hasSize(2);
    }

    @Test
    void holderOfAPortIsFound() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(new ListeningSockets(Proc.SYSTEM).holderOf(socket.getLocalPort()))
                    .hasValue(ProcessHandle.current().pid());
        }
    }
}
