package org.medianest.commons.outbox;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.medianest.commons.database.LastWords;
import org.medianest.commons.event.EventCodec;
import org.medianest.commons.event.EventEnvelope;

/** What a transaction says, in its order: rows of the outbox that are written when its work is done. */
final class Said implements LastWords {
    /** Instead of a recipient. */
    static final String FOR_ALL = "";

    private static final String ONE = "insert into outbox (event_id, envelope) values ($1, $2)";

    private static final String MANY = """
            insert into outbox (event_id, envelope, recipient)
            select event_id, envelope, nullif(recipient, '')
            from unnest($1::uuid[], $2::text[], $3::text[]) with ordinality as said (event_id, envelope, recipient, nth)
            order by nth
            """;

    private final List<UUID> ids = new ArrayList<>();
    private final List<String> envelopes = new ArrayList<>();
    private final List<String> recipients = new ArrayList<>();

    void add(String recipient, EventEnvelope envelope) {
        ids.add(envelope.id());
        envelopes.add(EventCodec.encode(envelope));
        recipients.add(recipient);
    }

    @Override
    public String statement() {
        return isUsual() ? ONE : MANY;
    }

    @Override
    public Object[] values() {
        return isUsual()
                ? new Object[] {ids.getFirst(), envelopes.getFirst()}
                : new Object[] {ids, envelopes, recipients};
    }

    /** One event, for all. */
    private boolean isUsual() {
        return ids.size() == 1 && recipients.getFirst().equals(FOR_ALL);
    }
}
