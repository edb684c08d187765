package org.medianest.auth.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.medianest.auth.notification.Language;
import org.medianest.auth.notification.News;
import org.medianest.auth.notification.NotificationKind;
import org.medianest.auth.notification.NotificationLink;

class WordingTest {
    private static final int LANGUAGES = Language.values().length;

    @ParameterizedTest
    @EnumSource
    void everyKindOfNewsHasWordsOfItsOwnInEachLanguage(NotificationKind kind) {
        News news = news(kind, "Charade", "Too big");

        assertThat(Arrays.stream(Language.values())
                        .map(language -> Wording.in(language).headline(news)))
                .allSatisfy(line -> assertThat(line).contains("Charade").doesNotContain("\n"))
                .doesNotHaveDuplicates()
                .hasSize(LANGUAGES);
        assertThat(Arrays.stream(Language.values())
                        .map(language -> Wording.in(language).sentence(news)))
                .allSatisfy(sentence -> assertThat(sentence).contains("Charade").endsWith("."))
                .doesNotHaveDuplicates()
                .hasSize(LANGUAGES);
    }

    @ParameterizedTest
    @EnumSource
    void letterSaysWhatWhyAndWhereInOneLanguage(Language language) {
        Wording wording = Wording.in(language);
        News news = news(NotificationKind.REQUEST_DECLINED, "Charade", "Too big\nfor now");

        assertThat(wording.letter(news, "Ada", "https://nest.example").lines())
                .containsSubsequence(
                        wording.sentence(news), "Too big", "for now", "https://nest.example/title/movie/4808", "-- ")
                .first()
                .asString()
                .contains("Ada");
        assertThat(wording.headline(news(NotificationKind.REQUEST_DECLINED, null, null)))
                .doesNotContain("null");
    }

    private static News news(NotificationKind kind, @Nullable String title, @Nullable String reason) {
        return new News(
                UUID.randomUUID(),
                kind,
                title,
                reason,
                new NotificationLink(NotificationLink.Type.MOVIE, 4808, UUID.randomUUID()));
    }
}
