package org.medianest.downloads.worker;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
        Optional<Path> library = library(missing);
        Optional<String> name = library.flatMap(root -> instance(root, missing));
        if (name.isPresent()) {
            Optional<Path> ffmpeg = tool("ffmpeg", config.ffmpeg(), "-version", name.get(), missing, found);
            Optional<Path> ffprobe = tool("ffprobe", config.ffprobe(), "-version", name.get(), missing, found);
            Optional<Path> ytDlp = tool("yt-dlp", config.ytdlp(), "--version", name.get(), missing, found);
            Optional<YtDlpVersion> version = YtDlpVersion.parse(found.getOrDefault("yt-dlp", ""));
            if (ytDlp.isPresent() && version.isEmpty()) {
                missing.add("yt-dlp does not tell its version. Install it anew.");
            }
            if (missing.isEmpty() && ytDlp.isPresent() && ffprobe.isPresent() && version.isPresent()) {
                toolbox = new Toolbox(
                        new YtDlp(
                                ytDlp.get(),
                                version.get(),
                                config.extractors(),
                                config.ffmpeg().isPresent() ? ffmpeg : Optional.empty(),
                                config.worker().socketTimeout()),
                        ffprobe.get(),
                        name.get());
            }
        }
        report(List.copyOf(missing), Map.copyOf(found));
        return toolbox();
    }

    private void report(List<String> missing, Map<String, String> found) {
        if (!missing.equals(complaints)) {
            missing.forEach(sentence -> LOG.errorf("downloads cannot work: %s", sentence));
            if (missing.isEmpty()) {
                LOG.infof("downloader ready %s library=%s", found, folders.root());
            }
        }
        complaints = missing;
        versions = found;
    }

    private Optional<Path> library(List<String> missing) {
        Path root = folders.root();
        try {
            Files.createDirectories(folders.staging());
            Path trial = Files.createTempFile(folders.staging(), "trial", null);
            Files.delete(trial);
            if (!Files.getFileStore(root).equals(Files.getFileStore(folders.staging()))) {
                missing.add("The folder .staging in the media library must be on the same file system as the library.");
                return Optional.empty();
            }
            return Optional.of(root);
        } catch (IOException closed) {
            LOG.warnf("library not usable path=%s: %s", root, closed);
            missing.add(
                    "The media library cannot be written to. Check MEDIANEST_DOWNLOADS_LIBRARY and the rights on that folder.");
            return Optional.empty();
        }
    }

    private Optional<String> instance(Path root, List<String> missing) {
        try {
            if (instance == null) {
                instance = Instance.take(root, folders.locks());
            }
            return Optional.of(instance.name());
        } catch (IOException closed) {
            LOG.warnf("no name for this worker: %s", closed);
            missing.add("The media library does not let files be locked, which downloads need.");
            return Optional.empty();
        }
    }

    private Optional<Path> tool(
            String name,
            Optional<String> configured,
            String question,
            String marker,
            List<String> missing,
            Map<String, String> found) {
        Optional<Path> program = programs.find(configured, name);
        Optional<String> version = program.flatMap(path -> version(path, question, marker));
        version.ifPresent(text -> found.put(name, text));
        if (version.isEmpty()) {
            missing.add(
                    program.isEmpty()
                            ? name + " is missing. Install it, or name its path in MEDIANEST_DOWNLOADS_"
                                    + name.replace("-", "").toUpperCase(java.util.Locale.ROOT) + "."
                            : name + " does not start. Install it anew.");
        }
        return version.isPresent() ? program : Optional.empty();
    }

    private Optional<String> version(Path program, String question, String marker) {
        try {
            Child child = children.start(
                    new Children.Order(List.of(program.toString(), question), folders.staging(), marker, MAX_OUTPUT));
            Child.Answer answer = child.answer(PATIENCE, MAX_OUTPUT);
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
