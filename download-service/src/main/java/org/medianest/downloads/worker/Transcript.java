package org.medianest.downloads.worker;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** What matters of what a run of yt-dlp has said. Written by two reading threads. */
final class Transcript {
    private static final int KEPT_WORDS = 10;
    private static final int MAX_LENGTH = 500;
    private static final String ERROR = "ERROR:";
    private static final String APPENDIX = "; please report";

    private final Deque<String> words = new ArrayDeque<>();
    private Said.@Nullable Announced announced;
    private Said.@Nullable Chosen chosen;
    private Said.@Nullable Moved moved;
    private @Nullable String error;

    synchronized void note(Said said) {
        switch (said) {
            case Said.Announced first -> announced = first;
            case Said.Chosen choice -> chosen = choice;
            case Said.Moved place -> moved = place;
            case Said.Words line -> note(line.text());
            case Said.Progressed bytes -> {}
            case Said.Processing step -> {}
        }
    }

    private void note(String line) {
        int appendix = line.indexOf(APPENDIX);
        String text = appendix < 0 ? line : line.substring(0, appendix);
        if (text.startsWith(ERROR)) {
            error = text;
        }
        words.addLast(text.length() <= MAX_LENGTH ? text : text.substring(0, MAX_LENGTH));
        if (words.size() > KEPT_WORDS) {
            words.removeFirst();
        }
    }

    synchronized Said.@Nullable Announced announced() {
        return announced;
    }

    synchronized Said.@Nullable Chosen chosen() {
        return chosen;
    }

    synchronized Said.@Nullable Moved moved() {
        return moved;
    }

    /** The last error line, without its appendix. */
    synchronized @Nullable String error() {
        return error;
    }

    /** For the log, on one line. */
    synchronized String lastWords() {
        String text = error == null ? String.join(" | ", words) : error;
        return text.replaceAll("\\p{C}", " ");
    }
}
