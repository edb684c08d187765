package org.medianest.gateway.uptimekuma;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.medianest.gateway.watch.Beat;
import org.medianest.gateway.watch.ToldUptime;

/** Takes what a source says. May be called from any thread, and returns at once. */
interface Heard {
    /** All that there is. Beats of others wait until they are in the list. */
    void monitors(List<Monitor> all);

    void beats(List<Beat> beats);

    void uptime(String monitor, ToldUptime uptime);

    void state(SourceState state, @Nullable String message);

    /** The token of a login; null when the one that was given is not good any more. */
    void token(@Nullable Secret token);
}
