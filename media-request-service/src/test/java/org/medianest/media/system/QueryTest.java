package org.medianest.media.system;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QueryTest {
    @Test
    void everythingThatIsReservedIsEncoded() {
        assertThat(Query.of("query", "What's up (100%)!*").and("a>>", "ü/b").behindPath())
                .isEqualTo("?query=What%27s%20up%20%28100%25%29%21%2A&a%3E%3E=%C3%BC%2Fb");
        assertThat(Query.none().behindPath()).isEmpty();
    }

    @Test
    void secretShowsItselfToNobody() {
        assertThat("" + new Secret("key")).isEqualTo("***");
    }
}
