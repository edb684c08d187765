package org.medianest.commons.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.medianest.commons.id.Uuid7;
import org.medianest.commons.problem.ProblemException;

class PageTest {
    private final List<UUID> ids = Stream.generate(Uuid7::next).limit(4).toList();

    @Test
    void extraRowSaysThatThereIsMore() {
        PageRequest<UUID> request = PageRequest.of(3, null);

        Page<UUID> page = Page.of(ids, request, id -> id);

        assertThat(page.items()).isEqualTo(ids.subList(0, 3));
        assertThat(PageRequest.of(3, page.nextCursor()).after()).isEqualTo(ids.get(2));
    }

    @Test
    void lastPageHasNoCursor() {
        assertThat(Page.of(ids, PageRequest.of(4, null), id -> id).nextCursor()).isNull();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 101, Integer.MAX_VALUE})
    void limitOutOfRangeIsRefused(int limit) {
        assertThatThrownBy(() -> PageRequest.of(limit, null)).isInstanceOf(ProblemException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "' or 1=1 --", "AAAA", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
    void cursorThatIsNotOursIsRefused(String cursor) {
        assertThatThrownBy(() -> PageRequest.of(20, cursor))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("cursor");
    }
}
