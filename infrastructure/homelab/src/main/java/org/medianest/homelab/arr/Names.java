package org.medianest.homelab.arr;

import java.util.Locale;

/** How the arrs name things after a title. */
final class Names {
    private Names() {}

    /** Letters and digits only, as {@code cleanTitle} has them. */
    static String clean(String title) {
        return title.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    static String sort(String title) {
        return title.toLowerCase(Locale.ROOT).replaceFirst("^(the|an|a) ", "");
    }

    static String slug(String title) {
        return title.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", "-")
                .replaceAll("^-|-$", "");
    }

    /** What a file system bears. */
    static String folder(String title, int year) {
        return title.replaceAll("[\\\\/:*?\"<>|]", "").strip() + " (" + year + ")";
    }

    /** The way releases are named: dots and a group. */
    static String release(String title, String what) {
        return title.replaceAll("[^\\p{L}\\p{N}]+", ".").replaceAll("^\\.|\\.$", "") + "." + what
                + ".1080p.WEB-DL.DDP5.1.H.264-NEST";
    }
}
