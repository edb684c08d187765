package org.medianest.media.browse;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import org.junit.jupiter.api.Test;

class PictureTest {
    @Test
    void firstBytesSayWhatItIs() {
        assertThat(type(0xff, 0xd8, 0xff, 0xe0)).isEqualTo("image/jpeg");
        assertThat(type(0x89, 'P', 'N', 'G', 0x0d, 0x0a, 0x1a, 0x0a)).isEqualTo("image/png");
        assertThat(type('R', 'I', 'F', 'F', 1, 2, 3, 4, 'W', 'E', 'B', 'P')).isEqualTo("image/webp");
    }

    @Test
    void whatIsNoPictureIsNotShown() {
        assertThat(Picture.of(Buffer.buffer("<svg onload='alert(1)'/>"))).isEmpty();
        assertThat(Picture.of(Buffer.buffer("<html>"))).isEmpty();
        assertThat(Picture.of(Buffer.buffer("RIFF1234WAVE"))).isEmpty();
        assertThat(Picture.of(Buffer.buffer())).isEmpty();
    }

    private static String type(int... bytes) {
        Buffer buffer = Buffer.buffer();
        for (int octet : bytes) {
            buffer.appendByte((byte) octet);
        }
        return Picture.of(buffer).orElseThrow().type();
    }
}
