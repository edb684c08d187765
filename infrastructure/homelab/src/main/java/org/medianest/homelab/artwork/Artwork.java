package org.medianest.homelab.artwork;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.medianest.homelab.catalogue.Title;

/** Draws the pictures of the catalogue as JPEG, each when it is first asked for. The same title has the same picture on every machine. */
public final class Artwork {
    private static final int KEPT = 400;
    private static final int SMALLEST = 16;
    private static final int LARGEST = 2000;

    static {
        // Nothing here needs a screen, and one that is named and gone would be an error.
        System.setProperty("java.awt.headless", "true");
        ImageIO.setUseCache(false);
    }

    private record Key(String what, int width) {}

    private final Map<Key, byte[]> drawn = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, byte[]> eldest) {
            return size() > KEPT;
        }
    };

    /** Two wide, three high. */
    public byte[] poster(Title title, int width) {
        return kept("poster " + title.key(), width, 1000, 1500, graphics -> drawPoster(graphics, title));
    }

    /** Sixteen wide, nine high, and without lettering. */
    public byte[] backdrop(Title title, int width) {
        return kept("backdrop " + title.key(), width, 1600, 900, graphics -> drawBackdrop(graphics, title));
    }

    /** Initials on a colour, two wide and three high. */
    public byte[] portrait(String name, int width) {
        return kept("portrait " + name, width, 800, 1200, graphics -> drawPortrait(graphics, name));
    }

    private synchronized byte[] kept(
            String what, int width, int fullWidth, int fullHeight, Consumer<Graphics2D> drawing) {
        int wanted = Math.clamp(width, SMALLEST, LARGEST);
        return drawn.computeIfAbsent(new Key(what, wanted), key -> draw(wanted, fullWidth, fullHeight, drawing));
    }

    private static byte[] draw(int width, int fullWidth, int fullHeight, Consumer<Graphics2D> drawing) {
        BufferedImage image =
                new BufferedImage(width, Math.max(1, width * fullHeight / fullWidth), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            graphics.scale((double) image.getWidth() / fullWidth, (double) image.getHeight() / fullHeight);
            drawing.accept(graphics);
        } finally {
            graphics.dispose();
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "jpeg", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void drawPoster(Graphics2D graphics, Title title) {
        Palette colours = Palette.of(title);
        Random random = new Random(title.key().toString().hashCode());
        gradient(graphics, colours.second(), colours.ground(), 1000, 1500, 700);
        motif(title, random).draw(graphics, colours, 500, 560, 360 + random.nextInt(60), random);

        TitleBlock block = new TitleBlock(title.title(), 820);
        double top = 1500 - 130 - block.height();
        fade(graphics, colours.ground(), 1000, 1500, top - 240, top - 20);
        block.draw(graphics, 92, top, colours.paper(), colours.strong(), 0.15 + 0.05 * random.nextDouble());
        graphics.setColor(colours.strong());
        Lettering.draw(graphics, Integer.toString(title.year()), 92, 1500 - 82, 30, 0.14);
        graphics.fill(new Rectangle2D.Double(220, 1500 - 70, 688, 6));
    }

    private static void drawBackdrop(Graphics2D graphics, Title title) {
        Palette colours = Palette.of(title);
        Random random = new Random(title.key().toString().hashCode());
        gradient(graphics, colours.second(), colours.ground(), 1600, 900, 300);
        motif(title, random).draw(graphics, colours, 1080, 400, 330, random);
        fade(graphics, colours.ground(), 1600, 900, 560, 900);
        graphics.setPaint(new GradientPaint(0, 0, colours.ground(), 760, 0, clear(colours.ground())));
        graphics.fill(new Rectangle2D.Double(0, 0, 760, 900));
    }

    private static void drawPortrait(Graphics2D graphics, String name) {
        Random random = new Random(name.hashCode());
        Palette colours = Palette.of(Color.HSBtoRGB(random.nextFloat(), 0.55f, 0.75f), name.hashCode());
        gradient(graphics, colours.strong(), colours.second(), 800, 1200, 0);
        graphics.setColor(colours.ground());
        graphics.fill(new Ellipse2D.Double(-60, 760, 920, 900));
        graphics.fill(new Ellipse2D.Double(210, 260, 380, 460));
        String initials = Arrays.stream(name.split(" "))
                .filter(word -> !word.isEmpty())
                .map(word -> word.substring(0, 1))
                .collect(Collectors.joining());
        graphics.setColor(colours.paper());
        double height = 110;
        Lettering.draw(graphics, initials, 400 - Lettering.width(initials) * height / 2, 960, height, 0.14);
    }

    private static Motif motif(Title title, Random random) {
        Motif[] motifs = Motif.values();
        return motifs[Math.floorMod(title.title().hashCode() + random.nextInt(motifs.length), motifs.length)];
    }

    private static void gradient(Graphics2D graphics, Color above, Color below, int width, int height, int from) {
        graphics.setPaint(new GradientPaint(0, from - 500f, above, 0, height * 0.75f, below));
        graphics.fill(new Rectangle2D.Double(0, 0, width, height));
    }

    /** Into the ground colour, so that what is written or laid over it can be read. */
    private static void fade(Graphics2D graphics, Color ground, int width, int height, double from, double to) {
        graphics.setPaint(new GradientPaint(0, (float) from, clear(ground), 0, (float) to, ground));
        graphics.fill(new Rectangle2D.Double(0, from, width, height - from));
    }

    private static Color clear(Color colour) {
        return new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), 0);
    }
}
