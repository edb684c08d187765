package org.medianest.local.service;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.medianest.local.place.Part;

/** How the Java of a service is started: small, and from the trained cache when the build made one. */
public record JavaCommand(Path java, boolean training) {
    /** Beside the application; the build leaves a first one there, the training a better one. */
    public static final String CACHE = "app.aot";

    public static final String TRAINED_CACHE = "trained.aot";

    public JavaCommand(Path java) {
        this(java, false);
    }

    /** The one table of heap sizes, in MiB. */
    private static int heap(Part service) {
        return switch (service) {
            case GATEWAY -> 48;
            case MEDIA -> 48;
            case AUTH, DOWNLOADS -> 64;
            case POSTGRES, REDIS -> throw new IllegalArgumentException(service + " is not a service");
        };
    }

    public List<String> of(Part service, Path application) {
        // Only the gateway has so much to do that the second compiler earns its memory.
        return of(application, heap(service), service == Part.GATEWAY);
    }

    /**
     * The Java of any Quarkus application that lies in this folder.
     *
     * @param heap at most so many MiB
     */
    public List<String> of(Path application, int heap, boolean secondCompiler) {
        List<String> line = new ArrayList<>(List.of(
                java.toString(),
                "-XX:+UseSerialGC",
                "-Xss512k",
                "-Xms24m",
                "-Xmx" + heap + "m",
                // Garbage of the start, and of a busy moment, is given back to the system.
                "-XX:MinHeapFreeRatio=10",
                "-XX:MaxHeapFreeRatio=25",
                "-XX:TrimNativeHeapInterval=10000",
                // Five times the usual: what runs a few hundred times at the start is done before its compilation would
                // be.
                "-XX:Tier3InvocationThreshold=1000",
                "-XX:Tier3MinInvocationThreshold=500",
                "-XX:Tier3CompileThreshold=10000",
                "-XX:+ExitOnOutOfMemoryError"));
        if (!secondCompiler) {
            line.add("-XX:TieredStopAtLevel=1");
        }
        if (training) {
            line.add("-XX:AOTCacheOutput=" + TRAINED_CACHE);
        } else if (Files.exists(application.resolve(CACHE))) {
            line.add("-XX:AOTCache=" + CACHE);
            // At the address that it was made for, its pages stay shared and clean.
            line.addAll(List.of("-XX:+UnlockDiagnosticVMOptions", "-XX:ArchiveRelocationMode=0"));
            // To compile at once what was busy in the training takes a tenth of the start.
            line.add("-XX:-AOTReplayTraining");
        }
        line.addAll(List.of("-jar", "quarkus-run.jar"));
        return line;
    }
}
