package org.medianest.media.library;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.SequencedSet;
import java.util.regex.Pattern;

/** Titles and searches in the form in which they are compared: lower case, without accents and signs. */
final class Words {
    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final Pattern SIGNS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final int TRIGRAM = 3;

    private Words() {}

    static String of(String text) {
        String plain = ACCENTS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("");
        return SIGNS.matcher(plain.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
    }

    /** All runs of three letters of each word, as if two blanks stood before it and one behind it. */
    static SequencedSet<String> trigrams(String words) {
        SequencedSet<String> trigrams = new LinkedHashSet<>();
        for (String word : list(words)) {
            String padded = "  " + word + " ";
            for (int at = 0; at + TRIGRAM <= padded.length(); at++) {
                trigrams.add(padded.substring(at, at + TRIGRAM));
            }
        }
        return trigrams;
    }

    /** Whether each word that was typed is in the title, begun or with a typing error. */
    static boolean match(String typed, String title) {
        List<String> titleWords = list(title);
        return list(typed).stream()
                .allMatch(word -> titleWords.stream().anyMatch(titleWord -> isMeant(word, titleWord)));
    }

    private static boolean isMeant(String typed, String word) {
        if (word.startsWith(typed)) {
            return true;
        }
        int errors = typed.length() < 4 ? 0 : typed.length() < 8 ? 1 : 2;
        return Math.abs(typed.length() - word.length()) <= errors && distance(typed, word) <= errors;
    }

    /** How many letters are missing, too many, wrong, or in the place of their neighbour. */
    static int distance(String one, String other) {
        int[] beforeLast = new int[other.length() + 1];
        int[] last = new int[other.length() + 1];
        int[] row = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int cost = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(Math.min(row[j - 1] + 1, last[j] + 1), last[j - 1] + cost);
                if (i > 1
                        && j > 1
                        && one.charAt(i - 1) == other.charAt(j - 2)
                        && one.charAt(i - 2) == other.charAt(j - 1)) {
                    row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
                }
            }
            int[] spare = beforeLast;
            beforeLast = last;
            last = row;
            row = spare;
        }
        return last[other.length()];
    }

    private static List<String> list(String words) {
        return words.isEmpty() ? List.of() : new ArrayList<>(List.of(words.split(" ")));
    }
}
