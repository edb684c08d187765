package org.medianest.downloads.library;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DispositionTest {
    @Test
    void plainNameIsGivenTwice() {
        assertThat(Disposition.of("A video.mp4", true))
                .isEqualTo("attachment; filename=\"A video.mp4\"; filename*=UTF-8''A%20video.mp4");
    }

    @Test
    void nameCannotBreakOutOfItsQuotesOrItsHeader() {
        assertThat(Disposition.of("a\"; x=\r\nSet-Cookie: y\\%41.mp4", false))
                .isEqualTo("inline; filename=\"a_; x=__Set-Cookie: y__41.mp4\";"
                        + " filename*=UTF-8''a%22%3B%20x%3D%0D%0ASet-Cookie%3A%20y%5C%2541.mp4");
    }

    @Test
    void otherScriptsAreEncoded() {
        assertThat(Disposition.of("動é.mp4", false))
                .isEqualTo("inline; filename=\"__.mp4\"; filename*=UTF-8''%E5%8B%95%C3%A9.mp4");
    }
}
