package org.medianest.commons.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.medianest.commons.event.DownloadEvent.DownloadCompleted;
import org.medianest.commons.event.DownloadEvent.DownloadProgressed;

class EventCatalogueTest {
    @Test
    void recordSaysItsOwnStreamOrItsInterfaceSaysItForAll() {
        assertThat(EventCatalogue.streamOf(DownloadCompleted.class)).isEqualTo(EventStream.DOWNLOADS);
        assertThat(EventCatalogue.streamOf(DownloadProgressed.class)).isEqualTo(EventStream.LIVE);
        assertThat(EventCatalogue.serviceOf(DownloadProgressed.class)).isEqualTo("download-service");
    }

    @Test
    void streamsAreThoseThatEventsAreToldOn() {
        assertThat(EventCatalogue.all().stream().map(EventCatalogue::streamOf).distinct())
                .containsExactlyInAnyOrderElementsOf(EventStream.ALL);
    }

    @Test
    void streamOfTheOutboxHasOneWritingService() {
        assertThat(EventCatalogue.all().stream()
                        .filter(event -> !EventCatalogue.streamOf(event).equals(EventStream.LIVE))
                        .collect(Collectors.groupingBy(
                                EventCatalogue::streamOf,
                                Collectors.mapping(EventCatalogue::serviceOf, Collectors.toSet())))
                        .values())
                .allSatisfy(services -> assertThat(services).hasSize(1));
    }
}
