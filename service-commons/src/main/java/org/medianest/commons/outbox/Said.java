package org.medianest.commons.outbox;

import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;
import org.medianest.commons.database.LastWords;
import org.medianest.commons.event.EventCodec;
import org.medianest.commons.event.EventEnvelope;
import org.medianest.commons.problem.TraceId;

/** What a transaction says, in its order: rows of the outbox that are written when its work is done. */
final class Said implements LastWords {
    /** Instead of a recipient. */
    static final String FOR_ALL = "";

    private static final Logger LOG = Logger.getLogger(Said.class);

    private static final String ONE = "insert into outbox (event_id, envelope) values ($1, $2)";

    private static final String MANY = """
            insert into outbox (event_id, envelope, recipient)
            select event_id, envelope, nullif(recipient, '')
            from unnest($1::uuid[], $2::text[], $3::text[]) with ordinality as said (event_id, envelope, recipient, nth)
            order by nth
            """;

    private final List<EventEnvelope> envelopes = new ArrayList<>();
    private final List<String> recipients = new ArrayList<>();

    void add(String recipient, EventEnvelope envelope) {
        envelopes.add(envelope);
        recipients.add(recipient);
    }

    /** One line each, but what is told to one service again: that may be said of everything that there is. */
    void log() {
        for (int i = 0; i < envelopes.size(); i++) {
            EventEnvelope envelope = envelopes.get(i);
            if (recipients.get(i).equals(FOR_ALL)) {
                LOG.infof(
                        "said %s of %s, traceId=%s",
                        envelope.type(), envelope.subject(), TraceId.of(envelope.traceparent()));
            }
        }
    }

    @Override
    public String statement() {
        return isUsual() ? ONE : MANY;
    }

    @Override
    public Object[] values() {
        return isUsual()
                ? new Object[] {envelopes.getFirst().id(), EventCodec.encode(envelopes.getFirst())}
                : new Object[] {
                    envelopes.stream().map(EventEnvelope::id).toList(),
                    envelopes.stream().map(EventCodec::encode).toList(),
                    recipients
                };
    }

    /** One event, for all. */
    private boolean isUsual() {
        return envelopes.size() == 1 && recipients.getFirst().equals(FOR_ALL);
    }
}
