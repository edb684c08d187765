package org.medianest.auth.setup;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SetupCodeTest {
    @ParameterizedTest
    @ValueSource(strings = {"4F7K-Q2M1", "4f7kq2m1", " 4f7k q2m1 ", "4F7K-Q2MI", "4F7K-Q2ML"})
    void readerMayTypeItAsTheyLike(String typed) {
        assertThat(new SetupCode("4F7K-Q2M1").matches(new SetupCode(typed))).isTrue();
    }

    @Test
    void anotherCodeDoesNotMatch() {
        assertThat(new SetupCode("4F7K-Q2M1").matches(new SetupCode("4F7K-Q2M2")))
                .isFalse();
    }

    @Test
    void newCodesAreWellFormedAndDiffer() {
        SetupCode code = SetupCode.random();

        assertThat(code.isWellFormed()).isTrue();
        assertThat(code.grouped()).matches("[0-9A-Z]{4}-[0-9A-Z]{4}");
        assertThat(code.matches(SetupCode.random())).isFalse();
    }
}
