package org.medianest.commons.consumer;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.List;
import org.medianest.commons.drain.Farewell;
import org.medianest.commons.event.EventConfig;
import org.medianest.commons.leader.Leadership;
import org.medianest.commons.redis.RedisLines;

/** Reads the service's streams, each on a thread of its own, from the start of the service to its end. */
@ApplicationScoped
class EventConsumer {
    private final EventConfig config;
    private final Leadership leadership;
    private final Inbox inbox;
    private final HeardStreams heard;
    private final RedisLines lines;
    private final MeterRegistry meters;
    private final List<StreamConsumer> consumers = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();

    EventConsumer(
            EventConfig config,
            Leadership leadership,
            Inbox inbox,
            HeardStreams heard,
            RedisLines lines,
            MeterRegistry meters) {
        this.config = config;
        this.leadership = leadership;
        this.inbox = inbox;
        this.heard = heard;
        this.lines = lines;
        this.meters = meters;
    }

    void start(@Observes StartupEvent event) {
        config.consumes().ifPresent(streams -> streams.forEach(this::consume));
    }

    void stop(@Observes ShutdownEvent event, Farewell farewell) {
        consumers.forEach(StreamConsumer::stop);
        threads.forEach(farewell::await);
    }

    private void consume(String stream) {
        Group group = new Group(lines, stream, config.service(), config.replica());
        StreamConsumer consumer = new StreamConsumer(
                config, leadership, inbox, heard, group, new ConsumerMetrics(meters, stream), stream);
        consumers.add(consumer);
        threads.add(Thread.ofPlatform().daemon().name("consumer-" + stream).start(consumer));
    }
}
