package org.medianest.homelab.artwork;

import java.awt.Color;
import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A title set in lines that fill the width of a poster, with small words small. */
final class TitleBlock {
    private static final Set<String> SMALL = Set.of(
            "the", "a", "an", "of", "of the", "from", "with", "with a", "on", "in", "to", "to the", "and", "der",
            "die");
    private static final int LINE_LETTERS = 12;
    private static final int LONGEST = 44;
    private static final double SMALL_HEIGHT = 44;
    private static final double TALLEST = 190;
    private static final double LEAD = 46;

    private final List<String> lines;
    private final double width;

    TitleBlock(String title, double width) {
        this.lines = lines(shortened(title));
        this.width = width;
    }

    double height() {
        return lines.stream().mapToDouble(line -> height(line) + LEAD).sum() - LEAD;
    }

    /** Draws it with its upper left corner at a point. */
    void draw(Graphics2D graphics, double x, double y, Color large, Color small, double weight) {
        double top = y;
        for (String line : lines) {
            graphics.setColor(isSmall(line) ? small : large);
            Lettering.draw(graphics, line, x, top, height(line), isSmall(line) ? 0.13 : weight);
            top += height(line) + LEAD;
        }
    }

    private double height(String line) {
        return isSmall(line) ? SMALL_HEIGHT : Math.min(TALLEST, width / Lettering.width(line));
    }

    private static boolean isSmall(String line) {
        return SMALL.contains(line.toLowerCase(Locale.ROOT));
    }

    /** What stands before a colon is enough where all would be too much. */
    private static String shortened(String title) {
        int colon = title.indexOf(':');
        return title.length() > LONGEST / 2 && colon > 3 ? title.substring(0, colon) : title;
    }

    private static List<String> lines(String title) {
        List<String> lines = new ArrayList<>();
        for (String word : title.split(" ")) {
            String last = lines.isEmpty() ? "" : lines.getLast();
            String joined = last + " " + word;
            boolean fits = !last.isEmpty() && joined.length() <= LINE_LETTERS && isSmall(last) == isSmall(word);
            if (fits) {
                lines.set(lines.size() - 1, joined);
            } else {
                lines.add(word);
            }
        }
        return lines;
    }
}
