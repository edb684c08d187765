package org.medianest.downloads.worker;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.medianest.downloads.job.Quality;
import org.medianest.downloads.library.Folders;

/**
 * The command lines of yt-dlp. Pure: what is run can be read in a test.
 *
 * <p>Arguments are never joined for a shell, the configuration of the machine is ignored, the link comes after {@code --}, and every
 * file is named {@code media.*} in a folder of its own, whatever the site says.
 *
 * @param extractors which sites
 * @param ffmpeg its path, when it is not to be found on PATH
 */
record YtDlp(Path program, YtDlpVersion version, String extractors, Optional<Path> ffmpeg, Duration socketTimeout) {
    /** The lines that we ask for. Always of the form {@code %(.{…})j}: other forms print what is no JSON for missing fields. */
    private static final String ANNOUNCED =
            "pre_process:MNP %(.{id,title,live_status,is_live,playlist_index,n_entries})j";

    private static final String CHOSEN =
            "before_dl:MN0 %(.{id,title,uploader,duration,live_status,availability,format_id,filesize,filesize_approx})j";
    private static final String PROGRESS =
            "download:MN1 {\"i\":%(info.{id,format_id,playlist_index})j,\"p\":%(progress.{status,downloaded_bytes,total_bytes,"
                    + "total_bytes_estimate,fragment_index,fragment_count})j}";
    private static final String PROCESSING = "postprocess:MN2 %(progress.{status,postprocessor})j";
    private static final String MOVED = "after_move:MN3 %(.{id,title,ext,format_id,filepath,duration})j";

    /**
     * Live streams never end, and lists are asked for one by one. The question marks let pass what does not say: most sites have no
     * live_status at all.
     */
    private static final String ONE_FINISHED_VIDEO = "!is_live & live_status!=?is_upcoming & n_entries<?2";

    /** What a download is to do. */
    record Order(String url, Quality quality, Path folder, String proxy, Optional<Path> infoJson) {}

    List<String> download(Order order) {
        List<String> line = common(order.folder(), order.proxy());
        line.addAll(List.of("--progress", "--newline", "--no-simulate"));
        if (version.isSince(2024, 4, 9)) {
            line.addAll(List.of("--progress-delta", "0.2"));
        }
        line.addAll(List.of("--abort-on-unavailable-fragments", "--concurrent-fragments", "4"));
        line.addAll(format(order.quality()));
        line.addAll(
                List.of("-P", "temp:" + order.folder().resolve("tmp"), "--no-overwrites", "--continue", "--no-mtime"));
        line.addAll(
                List.of("--write-thumbnail", "--convert-thumbnails", "jpg", "--embed-metadata", "--embed-chapters"));
        line.addAll(List.of("--match-filters", ONE_FINISHED_VIDEO, "--playlist-end", "2"));
        line.addAll(List.of("--progress-template", PROGRESS, "--progress-template", PROCESSING));
        line.addAll(List.of("--print", ANNOUNCED, "--print", CHOSEN, "--print", MOVED));
        order.infoJson()
                .ifPresentOrElse(
                        info -> line.addAll(List.of("--load-info-json", info.toString())),
                        () -> line.addAll(List.of("--", order.url())));
        return List.copyOf(line);
    }

    /** Everything about a link, its picture and its description as files, but no byte of the video. */
    List<String> probe(String url, Path folder, String proxy) {
        List<String> line = common(folder, proxy);
        line.addAll(List.of("-J", "--no-simulate", "--skip-download", "--flat-playlist", "--playlist-end", "2"));
        line.addAll(List.of("--write-info-json", "--write-thumbnail", "--convert-thumbnails", "jpg"));
        line.addAll(List.of("--", url));
        return List.copyOf(line);
    }

    private List<String> common(Path folder, String proxy) {
        List<String> line = new ArrayList<>();
        line.add(program.toString());
        line.addAll(
                List.of("--ignore-config", "--no-update", "--no-colors", "--quiet", "--no-warnings", "--no-cache-dir"));
        line.addAll(List.of("--no-playlist", "--use-extractors", extractors, "--proxy", proxy));
        line.addAll(List.of("--socket-timeout", String.valueOf(Math.max(1, socketTimeout.toSeconds()))));
        line.addAll(List.of("--retries", "5", "--fragment-retries", "5", "--extractor-retries", "2"));
        line.addAll(List.of("-P", "home:" + folder, "-o", Folders.MEDIA + ".%(ext)s"));
        ffmpeg.ifPresent(path -> line.addAll(List.of("--ffmpeg-location", path.toString())));
        if (version.isSince(2025, 4, 30)) {
            line.add("--no-plugin-dirs");
        }
        return line;
    }

    /** Preferences rather than filters: a site that does not tell the height of its one format still gives it. */
    private static List<String> format(Quality quality) {
        return switch (quality) {
            case AUDIO -> List.of("-f", "ba[ext=m4a]/ba/b", "-x", "--audio-format", "m4a");
            case BEST ->
                List.of("-f", "bv*+ba/b", "-S", "res,vcodec:h264,acodec:aac,ext", "--merge-output-format", "mp4/mkv");
            case P2160, P1080, P720, P480 ->
                List.of(
                        "-f",
                        "bv*+ba/b",
                        "-S",
                        "res:" + quality.height() + ",vcodec:h264,acodec:aac,ext",
                        "--merge-output-format",
                        "mp4/mkv");
        };
    }
}
