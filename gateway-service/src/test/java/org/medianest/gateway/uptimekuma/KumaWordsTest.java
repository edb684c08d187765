package org.medianest.gateway.uptimekuma;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KumaWordsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "authIncorrectCreds | Incorrect username or password.",
                "authUserInactiveOrDeleted | The user is inactive or deleted.",
                "authInvalidToken | Invalid Token!"
            })
    void sentencesOfOlderVersionsMeanWhatTheWordsOfNewerOnesMean(String newer, String older) {
        assertThat(KumaWords.ofRefusal(older))
                .isEqualTo(KumaWords.ofRefusal(newer))
                .isNotEqualTo(KumaWords.ofRefusal("something else"));
    }
}
