package org.medianest.homelab.artwork;

import java.awt.Color;
import org.medianest.homelab.catalogue.Title;

/**
 * The few colours of a picture.
 *
 * @param ground dark, behind everything
 * @param strong the one colour that says the genre
 * @param second near the strong one, for depth
 * @param paper light, for lettering
 */
record Palette(Color ground, Color strong, Color second, Color paper) {
    private static final Color PAPER = new Color(0xf6ead6);
    private static final float HUE_DRIFT = 0.035f;

    static Palette of(Title title) {
        String genre = title.facts().genres().getFirst().name();
        return of(strong(genre), title.title().hashCode());
    }

    static Palette of(int strong, int seed) {
        float[] hsb = Color.RGBtoHSB(strong >> 16 & 0xff, strong >> 8 & 0xff, strong & 0xff, null);
        float hue = hsb[0] + HUE_DRIFT * (Math.floorMod(seed, 21) - 10) / 10;
        return new Palette(
                Color.getHSBColor(hue + 0.04f, Math.min(1, hsb[1] * 0.75f), 0.11f),
                Color.getHSBColor(hue, hsb[1], hsb[2]),
                Color.getHSBColor(hue - 0.06f, Math.min(1, hsb[1] * 1.05f), hsb[2] * 0.5f),
                PAPER);
    }

    private static int strong(String genre) {
        return switch (genre) {
            case "Horror" -> 0xd7263d;
            case "Science Fiction", "Sci-Fi & Fantasy" -> 0x25b7c9;
            case "Comedy" -> 0xf5b02e;
            case "Drama" -> 0xd9803f;
            case "Crime" -> 0x7fb83e;
            case "Mystery" -> 0x7a63f2;
            case "Romance" -> 0xf2688c;
            case "Adventure", "Action & Adventure" -> 0xf2762e;
            case "Western" -> 0xcf9350;
            case "Documentary" -> 0x86b3a2;
            case "Animation" -> 0xf0559b;
            case "Fantasy" -> 0x5d7bf0;
            case "Thriller" -> 0xd9c93a;
            case "Action" -> 0xe8472b;
            case "Family", "Kids" -> 0x3fb67f;
            case "Music" -> 0xc255d6;
            default -> 0xa0815a;
        };
    }
}
