package org.medianest.commons.outbox;

import java.util.List;
import org.medianest.commons.database.LastWords;
import org.medianest.commons.event.EntryId;
import org.medianest.commons.outbox.OutboxStore.Waiting;

/** Rows of the outbox that have become these entries of the stream, one each and in this order. */
final class Marks implements LastWords {
    private static final String MARK = """
            with marked as (
                update outbox set published_at = now(), entry_ms = entry.ms, entry_seq = entry.seq
                from unnest($1::bigint[], $2::bigint[], $3::bigint[]) as entry (position, ms, seq)
                where outbox.position = entry.position)
            update stream_state set last_ms = $5, last_seq = $6 where stream = $4
            """;

    private final String stream;
    private final List<Waiting> rows;
    private final List<EntryId> entries;

    Marks(String stream, List<Waiting> rows, List<EntryId> entries) {
        this.stream = stream;
        this.rows = rows;
        this.entries = entries;
    }

    @Override
    public String statement() {
        return MARK;
    }

    @Override
    public Object[] values() {
        EntryId last = entries.getLast();
        return new Object[] {
            rows.stream().map(Waiting::position).toList(),
            entries.stream().map(EntryId::millis).toList(),
            entries.stream().map(EntryId::sequence).toList(),
            stream,
            last.millis(),
            last.sequence()
        };
    }
}
