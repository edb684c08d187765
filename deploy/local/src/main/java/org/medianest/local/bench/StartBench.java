package org.medianest.local.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** From the command to the moment when all services are ready; the data exist already. */
record StartBench(NestFactory nests, int rounds) {

    void run(Report report) throws IOException {
        report.say("Start to ready, %d rounds".formatted(rounds));
        nests.start().close();
        List<Double> seconds = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            try (MeasuredNest nest = nests.start()) {
                seconds.add(nest.start().toMillis() / 1000.0);
            }
        }
        Figures figures = new Figures(seconds);
        report.add("startSeconds", figures.json());
        report.row("start of all processes to ready", figures.text("s"), "3 s");
    }
}
