package org.medianest.commons.deadletter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.medianest.commons.event.EntryId;
import org.medianest.commons.event.EventStream;

class DeadLetterIdTest {
    private final DeadLetterId id = new DeadLetterId(EventStream.AUTH, new EntryId(1_700_000_000_000L, 3));

    @Test
    void idIsReadAsItIsWritten() {
        assertThat(id).hasToString("auth-1700000000000-3");
        assertThat(DeadLetterId.parse("auth-1700000000000-3")).contains(id);
        assertThat(DeadLetterId.ofCursor(id.cursor())).contains(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "auth",
                "auth-",
                "auth-1",
                "auth-1-",
                "auth-1-1-1",
                "auth-01-0",
                "auth-1-x",
                "auth--1-0",
                "-1-0",
                "live-1-0",
                "events:auth-1-0",
                "AUTH-1-0",
                "auth-9999999999999999999-0",
                "auth-1-0\n"
            })
    void whatIsNoIdOrIsSpeltInAnotherWayIsNotRead(String text) {
        assertThat(DeadLetterId.parse(text)).isEmpty();
        assertThat(DeadLetterId.ofCursor(text)).isEmpty();
        assertThat(DeadLetterId.ofCursor(Base64.getUrlEncoder().encodeToString(text.getBytes())))
                .isEmpty();
    }
}
