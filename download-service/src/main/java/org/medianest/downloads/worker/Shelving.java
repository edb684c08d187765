package org.medianest.downloads.worker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.medianest.downloads.job.Assignment;
import org.medianest.downloads.job.Described;
import org.medianest.downloads.job.JobState;
import org.medianest.downloads.library.MediaType;
import org.medianest.downloads.worker.MediaCheck.Verdict;

/** The last part of an attempt: the file is checked, put into the library, and the job completed. */
record Shelving(Assignment job, Toolbox tools, Workbench bench, Staging staging, Report report, Held held) {
    /** What is wrong with the file; empty when the job is completed. */
    Optional<Outcome.Failed> shelve(Said.Moved moved) throws IOException, InterruptedException {
        report.enter(JobState.PROCESSING);
        Optional<Path> file = staging.file(moved.file());
        Optional<MediaType> type = file.flatMap(path -> MediaType.ofFile(path.toString()));
        return file.isEmpty() || type.isEmpty()
                ? Optional.of(new Outcome.Failed(DownloadFailure.BAD_FILE_TYPE, "got " + moved.file()))
                : checked(file.get(), moved.duration(), seconds -> put(file.get(), type.get(), seconds));
    }

    /** The same for a file that a former worker put away and died before it could say so. */
    Optional<Outcome.Failed> shelveFormer(Path file) throws IOException, InterruptedException {
        report.enter(JobState.PROCESSING);
        return checked(file, job.durationSeconds(), seconds -> {
            report.persist(held);
            keepPicture(Optional.ofNullable(job.place()).orElseThrow());
            complete(Files.size(file), seconds);
        });
    }

    private interface Step {
        void take(@Nullable Double seconds) throws IOException, InterruptedException;
    }

    private Optional<Outcome.Failed> checked(Path file, @Nullable Double promised, Step step)
            throws IOException, InterruptedException {
        return switch (bench.check().check(file, promised, staging.folder(), tools)) {
            case Verdict.Bad bad -> Optional.of(new Outcome.Failed(DownloadFailure.BROKEN_FILE, bad.reason()));
            case Verdict.Good good -> {
                step.take(good.seconds());
                yield Optional.empty();
            }
        };
    }

    /** The file goes where the row already says it is, so that a crash between the two is found and finished by a successor. */
    private void put(Path file, MediaType type, @Nullable Double seconds) throws IOException, InterruptedException {
        report.persist(held);
        String place = bench.shelf().placeFor(job.username(), title(), job.job(), type);
        held.step(leases -> leases.intend(job.lease(), place));
        long bytes = Files.size(file);
        bench.shelf().put(file, place);
        keepPicture(place);
        complete(bytes, seconds);
    }

    private void keepPicture(String place) throws InterruptedException {
        Optional<Path> picture = staging.picture();
        if (picture.isPresent()) {
            bench.shelf().putThumbnail(picture.get(), place, job.job());
            held.step(leases -> leases.describe(job.lease(), new Described(null, null, null, true)));
        }
    }

    private void complete(long bytes, @Nullable Double seconds) throws InterruptedException {
        held.step(leases -> leases.complete(job.lease(), bytes, seconds));
        staging.clear();
    }

    private String title() {
        return Optional.ofNullable(report.title())
                .or(() -> Optional.ofNullable(job.title()))
                .orElse("");
    }
}
