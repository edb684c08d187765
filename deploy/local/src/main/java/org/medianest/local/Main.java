package org.medianest.local;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.medianest.local.bench.Bench;
import org.medianest.local.bench.SeedBench;
import org.medianest.local.bench.events.EventsBench;
import org.medianest.local.demo.Demo;
import org.medianest.local.place.Refusal;
import org.medianest.local.service.JavaCommand;
import org.medianest.local.train.Train;
import org.medianest.local.up.Progress;
import org.medianest.local.up.Running;
import org.medianest.local.up.Up;

/** The launcher behind {@code ./medianest}. */
public final class Main {
    private Main() {}

    public static void main(String[] words) throws InterruptedException {
        int code;
        try {
            code = run(Arguments.parse(List.of(words), Path.of("").toAbsolutePath()));
        } catch (Refusal e) {
            System.err.println(e.getMessage());
            code = 1;
        } catch (IOException e) {
            System.err.println("It does not work: " + e);
            code = 1;
        }
        System.exit(code);
    }

    private static int run(Arguments arguments) throws IOException, InterruptedException {
        return switch (arguments.command()) {
            case "up" -> inForeground(up(arguments));
            case "demo" -> inForeground(demo(arguments));
            case "status" -> new Status(arguments.layout()).print(System.out);
            case "stop" -> new Stop(arguments.layout()).run(System.out);
            case "reset" -> new Reset(arguments.layout()).run(arguments.yes(), System.out);
            case "train" -> new Train(arguments.layout(), java()).run(System.out);
            case "bench" ->
                new Bench(arguments.layout(), java()).run(Math.max(1, arguments.rounds()), arguments.out(), System.out);
            case "bench events" ->
                new EventsBench(arguments.layout(), java())
                        .run(arguments.rounds(), arguments.minutes(), arguments.out(), System.out);
            case "bench seed" -> new SeedBench(arguments.layout(), java()).run(arguments.out(), System.out);
            default ->
                throw new Refusal(
                        "Unknown command %s. ./medianest help lists them all.".formatted(arguments.command()));
        };
    }

    private static Running up(Arguments arguments) {
        System.out.println("Starting MediaNest");
        return new Up(
                arguments.layout(),
                arguments.ports(),
                arguments.bind(),
                System.getenv(),
                new JavaCommand(java()),
                Progress.onTerminal(onTerminal(), System.out));
    }

    private static Running demo(Arguments arguments) {
        System.out.println("Starting MediaNest with stand-ins of all systems around it, and a household");
        return new Demo(
                arguments.layout(),
                arguments.ports(),
                arguments.bind(),
                System.getenv(),
                new JavaCommand(java()),
                Progress.onTerminal(onTerminal(), System.out));
    }

    /** Until a signal comes; then everything is ended in order, whatever it was that came. */
    private static int inForeground(Running house) throws InterruptedException {
        AtomicInteger code = new AtomicInteger();
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> end(house, code.get())));
        try {
            house.start();
            new CountDownLatch(1).await();
        } catch (CancellationException e) {
            // The stop came in the middle of the start: the hook is at work, and ends the process.
            new CountDownLatch(1).await();
        } catch (IOException | RuntimeException e) {
            code.set(1);
            System.err.println(e instanceof IOException ? "It does not work: " + e : e.getMessage());
        }
        return code.get();
    }

    private static void end(Running house, int code) {
        int result = code;
        try {
            boolean orderly = house.end();
            result = orderly ? code : 1;
        } catch (IOException | RuntimeException e) {
            System.err.println("Stopping failed: " + e);
            result = 1;
        } finally {
            // Else the code would be the number of the signal, although all went as it should.
            Runtime.getRuntime().halt(result);
        }
    }

    private static boolean onTerminal() {
        return System.console() != null && System.console().isTerminal();
    }

    private static Path java() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }
}
