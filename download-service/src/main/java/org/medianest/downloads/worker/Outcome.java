package org.medianest.downloads.worker;

import org.jspecify.annotations.Nullable;

/** How a run of yt-dlp ended. Its exit code alone does not tell: see {@link #of}. */
sealed interface Outcome {
    /** The file is whole. */
    record Done(Said.Moved moved) implements Outcome {}

    /** @param words what yt-dlp said last, for the log */
    record Failed(DownloadFailure failure, String words) implements Outcome {}

    int KILLED = 128;

    /**
     * <table>
     * <tr><th>exit<th>chosen<th>moved<th>meaning
     * <tr><td>0<td>yes<td>yes<td>done
     * <tr><td>0<td>yes<td>no<td>something is missing, ffmpeg perhaps, and nobody says so
     * <tr><td>0<td>no<td>no<td>our filter passed it over, silently
     * <tr><td>1<td>yes<td>yes<td>done, a side step failed
     * <tr><td>1<td>any<td>no<td>failed, for the reason of the last error line
     * <tr><td>2<td><td><td>an option that this version does not know
     * <tr><td>over 128<td><td><td>killed
     * </table>
     */
    static Outcome of(int exit, Transcript said) {
        Said.Moved moved = said.moved();
        if (moved != null && exit <= 1) {
            return new Done(moved);
        }
        return new Failed(
                switch (exit) {
                    case 0 -> said.chosen() == null ? passedOver(said.announced()) : DownloadFailure.BROKEN_FILE;
                    case 1 -> said.error() == null ? DownloadFailure.UNKNOWN : DownloadFailure.of(said.error());
                    case 2 -> DownloadFailure.TOOL_REFUSED;
                    default -> exit > KILLED ? DownloadFailure.PROCESS_DIED : DownloadFailure.UNKNOWN;
                },
                said.lastWords());
    }

    private static DownloadFailure passedOver(Said.@Nullable Announced announced) {
        if (announced == null) {
            return DownloadFailure.NOT_ONE_VIDEO;
        }
        if (announced.live()) {
            return DownloadFailure.LIVE;
        }
        return "is_upcoming".equals(announced.liveStatus()) ? DownloadFailure.NOT_YET : DownloadFailure.NO_VIDEO;
    }
}
