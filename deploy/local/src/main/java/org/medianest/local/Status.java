package org.medianest.local;

import java.io.PrintStream;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.medianest.local.place.Layout;
import org.medianest.local.place.Part;
import org.medianest.local.place.Ports;
import org.medianest.local.process.InstanceLock;
import org.medianest.local.process.PidRecords;
import org.medianest.local.process.Proc;
import org.medianest.local.process.ProcessId;
import org.medianest.local.service.HttpProbe;
import org.medianest.local.service.ServiceProgram;

/** One row a process. */
record Status(Layout layout) {
    private static final String FORMAT = "%-22s %-9s %8s %6s %9s  %s%n";
    private static final DateTimeFormatter SINCE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    static final int NOT_RUNNING = 3;

    /** 0 when everything is ready, 1 when something is not, 3 when MediaNest does not run. */
    int print(PrintStream out) {
        Optional<InstanceLock.Holder> holder = InstanceLock.holder(layout.run().resolve("launcher.lock"));
        if (holder.isEmpty()) {
            out.println("MediaNest does not run on " + layout.data());
            return NOT_RUNNING;
        }
        Ports ports = new Ports(holder.get().port());
        out.printf(FORMAT, "process", "state", "pid", "port", "memory", "up since");
        boolean allReady = true;
        for (Part part : Part.values()) {
            Optional<ProcessId> process = new PidRecords(layout.run()).living(part.title());
            String state = process.map(found -> isReady(part, ports) ? "ready" : "not ready")
                    .orElse("down");
            allReady &= state.equals("ready");
            out.printf(
                    FORMAT,
                    part.title(),
                    state,
                    process.map(found -> Long.toString(found.pid())).orElse("-"),
                    ports.of(part),
                    process.map(Status::memory).orElse("-"),
                    process.flatMap(ProcessId::startedAt)
                            .map(start -> SINCE.format(start.atZone(ZoneId.systemDefault())))
                            .orElse("-"));
        }
        return allReady ? 0 : 1;
    }

    /** The data servers are watched closely by the launcher: that they live is enough here. */
    private static boolean isReady(Part part, Ports ports) {
        return !part.isService() || new HttpProbe(ports.managementOf(part), ServiceProgram.READY_PATH).isOk();
    }

    /** Of the process and of what it started. */
    private static String memory(ProcessId process) {
        long bytes = ProcessHandle.of(process.pid()).stream()
                .flatMap(handle -> Stream.concat(Stream.of(handle), handle.descendants()))
                .flatMapToLong(handle -> Proc.SYSTEM.proportionalMemory(handle.pid()).stream())
                .sum();
        return bytes == 0
                ? "-"
                : LongStream.of(bytes >> 20)
                        .mapToObj(mib -> mib + " MiB")
                        .findFirst()
                        .orElse("-");
    }
}
