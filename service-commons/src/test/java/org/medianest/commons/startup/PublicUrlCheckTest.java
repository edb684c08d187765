package org.medianest.commons.startup;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicUrlCheckTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://media.my-family.net",
                "http://localhost:8080",
                "http://[::1]:8080",
                "https://media.my-family.net/"
            })
    void whatBrowsersOpenIsTaken(String url) {
        assertThatCode(() -> PublicUrlCheck.refuse(URI.create(url))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "media.my-family.net",
                "https://localhost:127.0.0.1:443",
                "https:///",
                "ftp://media.my-family.net",
                "https://my_nest"
            })
    void anythingElseIsRefusedWithWhatToDo(String url) {
        assertThatThrownBy(() -> PublicUrlCheck.refuse(URI.create(url)))
                .hasMessageContaining("MEDIANEST_PUBLIC_URL is " + url)
                .hasMessageContaining("such as https://");
    }
}
