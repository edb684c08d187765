package org.medianest.eventlab;

import java.util.List;
import java.util.UUID;
import org.medianest.commons.event.AuthEvent.UserRegistered;
import org.medianest.commons.event.DomainEvent;
import org.medianest.commons.event.DownloadEvent.DownloadQueued;
import org.medianest.commons.event.EventStream;
import org.medianest.commons.event.MediaEvent.ResyncRequested;

/** Which event a station says on which stream: real ones, whose text is a number. */
final class Script {
    private static final UUID NOBODY = new UUID(0, 0);

    private Script() {}

    static DomainEvent line(String stream, UUID subject, Numbered text) {
        return switch (stream) {
            case EventStream.AUTH -> new UserRegistered(subject, text.text(), List.of());
            case EventStream.DOWNLOADS -> new DownloadQueued(subject, NOBODY, text.text());
            case EventStream.MEDIA -> new ResyncRequested(subject, text.text(), "nobody");
            default -> throw new IllegalArgumentException("nothing to say on " + stream);
        };
    }
}
