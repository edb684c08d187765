package org.medianest.auth.password;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Argon2idTest {
    @ParameterizedTest
    @ValueSource(strings = {"plain enough", " spaces around ", "ünïcödé 🎬 密码", "with\0nul", "a"})
    void passwordMatchesItsOwnHashExactly(String password) {
        String hash = Argon2id.hash(password);

        assertThat(Argon2id.matches(password, hash)).isTrue();
        assertThat(Argon2id.matches(password + " ", hash)).isFalse();
        assertThat(Argon2id.matches(password + "\0", hash)).isFalse();
    }

    @Test
    void longPasswordIsNotCut() {
        String prefix = "x".repeat(255);

        assertThat(Argon2id.matches(prefix + "b", Argon2id.hash(prefix + "a"))).isFalse();
    }

    @Test
    void twoHashesOfOnePasswordDiffer() {
        assertThat(Argon2id.hash("same password")).isNotEqualTo(Argon2id.hash("same password"));
    }

    @Test
    void hashOfNobodyLooksAndCostsLikeAnyOtherAndMatchesNothing() {
        String nobodys = Argon2id.ofNobody();

        assertThat(nobodys).hasSameSizeAs(Argon2id.hash("x")).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(Argon2id.matches("", nobodys)).isFalse();
    }

    @Test
    void hashSaysItsParameters() {
        assertThat(Argon2id.hash("whatever it is")).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
    }
}
