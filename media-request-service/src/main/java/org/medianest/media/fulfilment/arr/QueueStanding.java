package org.medianest.media.fulfilment.arr;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.medianest.media.fulfilment.Stage;
import org.medianest.media.fulfilment.Transfer;

/** What the lines of the queue that belong to one order say together. */
final class QueueStanding {
    private static final int LONGEST_MESSAGE = 400;

    private QueueStanding() {}

    /**
     * @param system its name for people
     * @return nothing when none of them tells how it stands
     */
    static Optional<Stage> of(String system, Collection<QueueRecord> lines) {
        List<QueueRecord> telling =
                lines.stream().filter(line -> !line.isOver()).toList();
        Optional<Stage> trouble =
                telling.stream().filter(QueueRecord::needsAttention).findFirst().map(line -> trouble(system, line));
        return trouble.or(() -> telling.isEmpty() ? Optional.empty() : Optional.of(progress(telling)));
    }

    private static Stage trouble(String system, QueueRecord line) {
        String message = line.message().isEmpty() ? wordsFor(line) : line.message();
        return new Stage.NeedsAttention(system + ": " + shortened(message));
    }

    private static String wordsFor(QueueRecord line) {
        return switch (line.state()) {
            case "importblocked" -> "the download is complete but cannot be imported.";
            case "failed", "failedpending" -> "the download has failed.";
            default ->
                line.status().equals("downloadclientunavailable")
                        ? "its download client does not answer."
                        : "there is something wrong with the download.";
        };
    }

    private static Stage progress(List<QueueRecord> lines) {
        return Transfer.progressOf(lines.stream().map(QueueRecord::transfer).toList());
    }

    private static String shortened(String message) {
        return message.length() <= LONGEST_MESSAGE ? message : message.substring(0, LONGEST_MESSAGE) + "…";
    }
}
