package org.medianest.auth.user;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UsernamesTest {
    @ParameterizedTest
    @CsvSource({
        "Ben, ben",
        "ben.cinema_7, ben.cinema_7",
        "Dév Ünlü, dev-unlu",
        "ben@example.org, ben-example.org",
        "--ben--, ben",
        "ＡＤＡ, ada",
        "a, guest",
        "'', guest",
        "东京, guest",
        "../../etc/passwd, etc-passwd",
        "a234567890123456789012345678901234567890, a234567890123456789012345678"
    })
    void nameElsewhereBecomesANameHere(String wish, String name) {
        assertThat(Usernames.candidates(wish).getFirst()).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ben", "x", "\u202Eadmin", "a234567890123456789012345678901234567890", "🎬🎬"})
    void everyCandidateIsAName(String wish) {
        assertThat(Usernames.candidates(wish)).allMatch(name -> name.matches(AppUser.NAME_PATTERN));
    }

    @Test
    void namesakesGetNumbers() {
        List<String> candidates = Usernames.candidates("Ben");

        assertThat(Usernames.firstFree(candidates, List.of())).isEqualTo("ben");
        assertThat(Usernames.firstFree(candidates, List.of("ben", "ben-2"))).isEqualTo("ben-3");
    }

    @Test
    void whoHasAHundredNamesakesGetsAnotherName() {
        List<String> candidates = Usernames.candidates("Ben");

        assertThat(Usernames.firstFree(candidates, candidates))
                .startsWith("guest-")
                .matches(AppUser.NAME_PATTERN)
                .isNotEqualTo(Usernames.firstFree(candidates, candidates));
    }
}
