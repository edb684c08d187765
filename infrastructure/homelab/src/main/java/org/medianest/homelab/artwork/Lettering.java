package org.medianest.homelab.artwork;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Scanner;

/** Capitals drawn as lines of one weight, ten units high, so that a poster looks the same on machines with and without fonts. */
final class Lettering {
    private static final double HEIGHT = 10;
    private static final double GAP = 2.6;
    private static final double BLANK = 4;

    private record Glyph(double width, Path2D path) {}

    private static final Map<Character, Glyph> GLYPHS = new HashMap<>();

    static {
        add('A', 8, "M 0 10 L 4 0 L 8 10 M 1.5 6.6 L 6.5 6.6");
        add('B', 6.5, "M 0 0 L 0 10 L 3.8 10 C 7.6 10 7.6 4.8 3.8 4.8 L 0 4.8 M 3.4 4.8 C 6.8 4.8 6.8 0 3.4 0 L 0 0");
        add('C', 7.6, "M 7.6 2 C 5.5 -1.2 0 -1.2 0 5 C 0 11.2 5.5 11.2 7.6 8");
        add('D', 7.4, "M 0 0 L 0 10 L 2.6 10 C 9 10 9 0 2.6 0 L 0 0");
        add('E', 5.4, "M 5.4 0 L 0 0 L 0 10 L 5.4 10 M 0 4.8 L 4.6 4.8");
        add('F', 5.4, "M 5.4 0 L 0 0 L 0 10 M 0 4.8 L 4.6 4.8");
        add('G', 8, "M 7.6 2 C 5.5 -1.2 0 -1.2 0 5 C 0 11.6 8 11.6 8 5.4 L 4.8 5.4");
        add('H', 7, "M 0 0 L 0 10 M 7 0 L 7 10 M 0 4.8 L 7 4.8");
        add('I', 0, "M 0 0 L 0 10");
        add('J', 4.6, "M 4.6 0 L 4.6 7 C 4.6 11 0 11 0 7");
        add('K', 6.6, "M 0 0 L 0 10 M 6.2 0 L 0 6 M 2.2 4 L 6.6 10");
        add('L', 5, "M 0 0 L 0 10 L 5 10");
        add('M', 8.6, "M 0 10 L 0 0 L 4.3 7 L 8.6 0 L 8.6 10");
        add('N', 7, "M 0 10 L 0 0 L 7 10 L 7 0");
        add('O', 8.6, "M 4.3 0 C 10 0 10 10 4.3 10 C -1.4 10 -1.4 0 4.3 0");
        add('P', 6.2, "M 0 10 L 0 0 L 3.4 0 C 7.2 0 7.2 5.6 3.4 5.6 L 0 5.6");
        add('Q', 8.6, "M 4.3 0 C 10 0 10 10 4.3 10 C -1.4 10 -1.4 0 4.3 0 M 5.6 7 L 8.6 10.6");
        add('R', 6.6, "M 0 10 L 0 0 L 3.4 0 C 7.2 0 7.2 5.6 3.4 5.6 L 0 5.6 M 3 5.6 L 6.6 10");
        add('S', 6.2, "M 6 1.8 C 4.8 -0.8 0.2 -0.6 0.2 2.5 C 0.2 5.6 6.2 4.2 6.2 7.4 C 6.2 10.8 1.2 10.8 0 8");
        add('T', 6.8, "M 0 0 L 6.8 0 M 3.4 0 L 3.4 10");
        add('U', 7, "M 0 0 L 0 6.2 C 0 11.2 7 11.2 7 6.2 L 7 0");
        add('V', 7.6, "M 0 0 L 3.8 10 L 7.6 0");
        add('W', 11, "M 0 0 L 2.8 10 L 5.5 2 L 8.2 10 L 11 0");
        add('X', 7, "M 0 0 L 7 10 M 7 0 L 0 10");
        add('Y', 7.2, "M 0 0 L 3.6 5 L 7.2 0 M 3.6 5 L 3.6 10");
        add('Z', 6.8, "M 0 0 L 6.8 0 L 0 10 L 6.8 10");
        add('0', 6.8, "M 3.4 0 C 7.9 0 7.9 10 3.4 10 C -1.1 10 -1.1 0 3.4 0");
        add('1', 2.2, "M 0 2 L 2.2 0 L 2.2 10");
        add('2', 6, "M 0 2.4 C 0 -0.8 6 -0.8 6 2.6 C 6 5 0 8 0 10 L 6 10");
        add(
                '3',
                6.2,
                "M 0 1.6 C 1.5 -0.8 6 -0.4 6 2.4 C 6 4.8 3 4.8 2.4 4.8 C 4 4.8 6.2 5 6.2 7.4 C 6.2 11 0.8 10.8 0 8.2");
        add('4', 6.4, "M 5 10 L 5 0 L 0 7 L 6.4 7");
        add('5', 6.2, "M 5.8 0 L 0.8 0 L 0.4 4.6 C 3 3.2 6.2 4 6.2 7 C 6.2 10.8 1.2 10.8 0 8.4");
        add('6', 6.4, "M 5.4 0 C 2 1 0 4 0 6.8 C 0 11 6.4 11 6.4 7 C 6.4 3.4 1 3.4 0 6.8");
        add('7', 6.2, "M 0 0 L 6.2 0 L 2 10");
        add(
                '8',
                6.4,
                "M 3.2 4.7 C -0.3 4.7 -0.3 0 3.2 0 C 6.7 0 6.7 4.7 3.2 4.7 C -1 4.7 -1 10 3.2 10 C 7.4 10 7.4 4.7 3.2 4.7");
        add('9', 6.4, "M 1 10 C 4.4 9 6.4 6 6.4 3.2 C 6.4 -1 0 -1 0 3 C 0 6.6 5.4 6.6 6.4 3.2");
        add('\'', 0, "M 0 0 L 0 2.4");
        add('.', 0, "M 0 9.9 L 0 10");
        add(',', 0.6, "M 0.6 9.8 L 0 11.6");
        add(':', 0, "M 0 3.2 L 0 3.3 M 0 9.9 L 0 10");
        add('-', 3.4, "M 0 5.4 L 3.4 5.4");
        add('!', 0, "M 0 0 L 0 6.6 M 0 9.9 L 0 10");
        add(
                '&',
                7.4,
                "M 7.4 10 L 1.4 3.2 C -0.4 0.8 1.8 -0.6 3.2 0 C 5.4 0.8 5 3.4 2.6 4.4 C -1.6 6.4 0 10 2.8 10 C 5.2 10 6.8 8 7 5.6");
    }

    private Lettering() {}

    /** How wide a line is when its letters are one unit high. */
    static double width(String line) {
        double width = 0;
        for (char letter : letters(line)) {
            width += advance(letter);
        }
        return Math.max(0, width - GAP) / HEIGHT;
    }

    /** Draws a line with its upper left corner at a point. */
    static void draw(Graphics2D graphics, String line, double x, double y, double height, double weight) {
        graphics.setStroke(
                new BasicStroke((float) (height * weight), BasicStroke.CAP_SQUARE, BasicStroke.JOIN_MITER, 2.5f));
        double scale = height / HEIGHT;
        double at = x;
        for (char letter : letters(line)) {
            Glyph glyph = GLYPHS.get(letter);
            if (glyph != null) {
                AffineTransform place = AffineTransform.getTranslateInstance(at, y);
                place.scale(scale, scale);
                graphics.draw(place.createTransformedShape(glyph.path()));
            }
            at += advance(letter) * scale;
        }
    }

    private static double advance(char letter) {
        Glyph glyph = GLYPHS.get(letter);
        return glyph == null ? BLANK : glyph.width() + GAP;
    }

    /** Accents are dropped; a letter that has no drawing is a blank. */
    private static char[] letters(String line) {
        return Normalizer.normalize(line, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toUpperCase(Locale.ROOT)
                .toCharArray();
    }

    private static void add(char letter, double width, String drawing) {
        Path2D path = new Path2D.Double();
        try (Scanner scanner = new Scanner(drawing).useLocale(Locale.ROOT)) {
            while (scanner.hasNext()) {
                switch (scanner.next()) {
                    case "M" -> path.moveTo(scanner.nextDouble(), scanner.nextDouble());
                    case "L" -> path.lineTo(scanner.nextDouble(), scanner.nextDouble());
                    case "C" ->
                        path.curveTo(
                                scanner.nextDouble(),
                                scanner.nextDouble(),
                                scanner.nextDouble(),
                                scanner.nextDouble(),
                                scanner.nextDouble(),
                                scanner.nextDouble());
                    default -> throw new IllegalArgumentException(drawing);
                }
            }
        }
        GLYPHS.put(letter, new Glyph(width, path));
    }
}
