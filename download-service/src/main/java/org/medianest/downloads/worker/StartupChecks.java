package org.medianest.downloads.worker;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.medianest.downloads.library.Folders;

/**
 * Looks whether downloads can work here at all. What is missing is said in a sentence and makes the service not ready; lists and
 * finished files are served all the same.
 */
@ApplicationScoped
public class StartupChecks {
    private static final Logger LOG = Logger.getLogger(StartupChecks.class);
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int MAX_OUTPUT = 64 * 1_024;

    private final WorkerConfig config;
    private final Folders folders;
    private final Children children;
    private final Programs programs = Programs.ofThisProcess();

    private volatile List<String> complaints = List.of("The downloader has not been looked at yet.");
    private volatile Map<String, String> versions = Map.of();
    private volatile @Nullable Toolbox toolbox;
    private @Nullable Instance instance;

    StartupChecks(WorkerConfig config, Folders folders, Children children) {
        this.config = config;
        this.folders = folders;
        this.children = children;
    }

    /** What is in the way, in sentences; empty when all is well. */
    public List<String> complaints() {
        return complaints;
    }

    /** The programs that were found. */
    public Map<String, String> versions() {
        return versions;
    }

    /** All that a run needs, once nothing is in the way. */
    Optional<Toolbox> toolbox() {
        return Optional.ofNullable(toolbox);
    }

    /** Looks, again and again if need be: what was missing may have come. Blocks. */
    synchronized Optional<Toolbox> look() {
        List<String> missing = new ArrayList<>();
        Map<String, String> found = new LinkedHashMap<>();
        libraryComplaint().ifPresentOrElse(missing::add, () -> lookForTools(instanceName(), missing, found));
        report(List.copyOf(missing), Map.copyOf(found));
        return toolbox();
    }

    private void lookForTools(String marker, List<String> missing, Map<String, String> found) {
        Tool ffmpeg = Tool.of("ffmpeg", config.ffmpeg(), "-version", programs);
        Tool ffprobe = Tool.of("ffprobe", config.ffprobe(), "-version", programs);
        Tool ytDlp = Tool.of("yt-dlp", config.ytdlp(), "--version", programs);
        ask(List.of(ffmpeg, ffprobe, ytDlp), marker)
                .forEach((tool, version) -> version.ifPresentOrElse(
                        text -> found.put(tool.name(), text), () -> missing.add(tool.complaint())));
        if (missing.isEmpty()) {
            YtDlpVersion.parse(found.getOrDefault(ytDlp.name(), ""))
                    .ifPresentOrElse(
                            version -> toolbox = new Toolbox(
                                    new YtDlp(
                                            ytDlp.path().orElseThrow(),
                                            version,
                                            config.extractors(),
                                            ffmpeg.path().filter(path -> ffmpeg.named()),
                                            config.worker().socketTimeout()),
                                    ffprobe.path().orElseThrow(),
                                    marker),
                            () -> missing.add("yt-dlp does not tell its version. Install it anew."));
        }
    }

    /** All at once: together they take as long as the slowest, and until then the service is not ready. */
    private Map<Tool, Optional<String>> ask(List<Tool> tools, String marker) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Map<Tool, CompletableFuture<Optional<String>>> asked = new LinkedHashMap<>();
            tools.forEach(tool -> asked.put(tool, CompletableFuture.supplyAsync(() -> version(tool, marker), threads)));
            Map<Tool, Optional<String>> answers = new LinkedHashMap<>();
            asked.forEach((tool, answer) -> answers.put(tool, answer.join()));
            return answers;
        }
    }

    private void report(List<String> missing, Map<String, String> found) {
        if (!missing.equals(complaints)) {
            missing.forEach(sentence -> LOG.errorf("downloads cannot work: %s", sentence));
            if (missing.isEmpty()) {
                LOG.infof("downloader ready %s library=%s", found, folders.root());
            }
        }
        versions = found;
        complaints = missing;
    }

    private Optional<String> libraryComplaint() {
        try {
            Files.createDirectories(folders.staging());
            Files.delete(Files.createTempFile(folders.staging(), "trial", null));
            if (!Files.getFileStore(folders.root()).equals(Files.getFileStore(folders.staging()))) {
                return Optional.of(
                        "The folder .staging must be on the same file system as the media library around it.");
            }
            if (instance == null) {
                instance = Instance.take(folders.root(), folders.locks());
            }
            return Optional.empty();
        } catch (IOException closed) {
            LOG.warnf("library not usable path=%s: %s", folders.root(), closed);
            return Optional.of(
                    "The media library cannot be written to. Check MEDIANEST_DOWNLOADS_LIBRARY and the rights on that"
                            + " folder.");
        }
    }

    private String instanceName() {
        return Objects.requireNonNull(instance, "the library was not looked at").name();
    }

    private Optional<String> version(Tool tool, String marker) {
        if (tool.path().isEmpty()) {
            return Optional.empty();
        }
        try {
            Child.Answer answer = children.start(
                            new Children.Order(tool.versionCommand(), folders.staging(), marker, MAX_OUTPUT))
                    .answer(PATIENCE, MAX_OUTPUT);
            return answer.exit() == 0
                    ? answer.out().lines().findFirst().map(StartupChecks::shortened)
                    : Optional.empty();
        } catch (IOException notStarted) {
            return Optional.empty();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** {@code ffmpeg version 5.1.9-0+deb12u1 Copyright …} */
    private static String shortened(String line) {
        return line.replaceFirst("^\\S+ version (\\S+).*", "$1").strip();
    }

    /** Gives the name of this worker back. */
    synchronized void close() {
        try {
            if (instance != null) {
                instance.close();
                instance = null;
                toolbox = null;
            }
        } catch (IOException gone) {
            LOG.debugf("lock of this worker already gone: %s", gone);
        }
    }
}
