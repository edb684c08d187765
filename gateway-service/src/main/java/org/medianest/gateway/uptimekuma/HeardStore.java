package org.medianest.gateway.uptimekuma;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.medianest.commons.leader.Term;
import org.medianest.gateway.uptimekuma.MonitorBook.News;
import org.medianest.gateway.uptimekuma.MonitorBook.Standing;
import org.medianest.gateway.uptimekuma.MonitorBook.TokenNews;
import org.medianest.gateway.watch.Beats;
import org.medianest.gateway.watch.Subject;
import org.medianest.gateway.watch.Subjects;
import org.medianest.gateway.watch.WatchKind;

/** Keeps what a source has said: each part where it belongs. */
@ApplicationScoped
class HeardStore {
    private final UptimeKumaSettings settings;
    private final Beats beats;
    private final Subjects subjects;

    HeardStore(UptimeKumaSettings settings, Beats beats, Subjects subjects) {
        this.settings = settings;
        this.beats = beats;
        this.subjects = subjects;
    }

    /**
     * Monitors come before their beats.
     *
     * @param version of the settings that the source was followed by
     */
    Uni<Void> keep(Term term, UUID version, News news) {
        Uni<Void> kept = Uni.createFrom().voidItem();
        List<Monitor> monitors = news.monitors();
        if (monitors != null) {
            kept = kept.chain(() -> subjects.keepOnly(
                    term,
                    WatchKind.MONITOR,
                    monitors.stream().map(HeardStore::subject).toList()));
        }
        kept = kept.chain(() -> beats.keep(term, news.beats()));
        if (!news.uptimes().isEmpty()) {
            kept = kept.chain(() -> subjects.told(news.uptimes()));
        }
        TokenNews token = news.token();
        if (token != null) {
            kept = kept.chain(() -> settings.keepToken(version, token.secret()));
        }
        Standing standing = news.standing();
        if (standing != null) {
            kept = kept.chain(() -> settings.note(version, standing.state(), standing.message()));
        }
        return kept;
    }

    private static Subject subject(Monitor monitor) {
        return new Subject(monitor.id(), WatchKind.MONITOR, monitor.name(), monitor.group(), null);
    }
}
