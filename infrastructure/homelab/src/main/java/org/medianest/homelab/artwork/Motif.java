package org.medianest.homelab.artwork;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Arc2D;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Random;

/** What a picture shows: one large figure around a centre. Lengths are in shares of {@code r}, the figure's radius. */
enum Motif {
    SUN {
        @Override
        void draw(Graphics2D g, Palette colours, double x, double y, double r, Random random) {
            Area sun = new Area(disc(x, y, r));
            for (int bar = 0; bar < 6; bar++) {
                double thick = r * (0.03 + 0.025 * bar);
                sun.subtract(new Area(new Rectangle2D.Double(x - r, y + r * (0.05 + 0.16 * bar), 2 * r, thick)));
            }
            fill(g, colours.strong(), sun);
        }
    },
    RAYS {
        @Override
        void draw(Graphics2D g, Palette colours, double x, double y, double r, Random random) {
            int rays = 16 + 2 * random.nextInt(6);
            for (int ray = 0; ray < rays; ray++) {
                double from = 360.0 * ray / rays;
                fill(
                        g,
                        colours.second(),
                        new Arc2D.Double(x - 3 * r, y - 3 * r, 6 * r, 6 * r, from, 180.0 / rays, Arc2D.PIE));
            }
            fill(g, colours.strong(), disc(x, y, r * 0.72));
            fill(g, colours.ground(), disc(x, y, r * 0.5));
            fill(g, colours.paper(), disc(x, y, r * 0.3));
        }
    },
    SKYLINE {
        @Override
        void draw(Graphics2D g, Palette colours, double x, double y, double r, Random random) {
            rings(g, colours.second(), x, y - r * 0.4, r, 5);
            fill(g, colours.paper(), disc(x, y - r * 0.4, r * 0.3));
            for (int step = 0; step < 5; step++) {
                double half = r * (0.1 + 0.1 * step);
                double top = y - r * 0.75 + r * 0.42 * step;
                fill(
                        g,
                        step % 2 == 0 ? colours.strong() : darker(colours.strong()),
                        new Rectangle2D.Double(x - half, top, 2 * half, 3 * r));
            }
            for (int tower = 0; tower < 9; tower++) {
                double width = r * (0.18 + 0.22 * random.nextDouble());
                double top = y + r * (0.45 + 0.7 * random.nextDouble());
                double left = x - 1.9 * r + r * 0.42 * tower;
                fill(g, colours.second(), new Rectangle2D.Double(left, top, width, 3 * r));
            }
        }
    },
    MOON {
        @Override
        void draw(Graphics2D g, Palette colours, double x, double y, double r, Random random) {
            for (int star = 0; star < 46; star++) {
                double size = r * (0.008 + 0.018 * random.nextDouble());
                fill(
                        g,
                        colours.paper(),
                        disc(x + r * (4 * random.nextDouble() - 2), y + r * (3 * random.nextDouble() - 1.6), size));
            }
            Area moon = new Area(disc(x, y, r * 0.8));
            moon.subtract(new Area(disc(x + r * 0.32, y - r * 0.18, r * 0.68)));
            fill(g, colours.strong(), moon);
            hills(g, colours.second(), x, y + r * 0.95, r, random);
        }
    },
    BEAM {
        @Override
        void draw(Graphics2D g, Palette colours, double x, double y, double r, Random random) {
            Path2D cone = new Path2D.Double();
            cone.moveTo(x - r * 0.95, y - r * 1.1);
            cone.lineTo(x + r * 1.25, y + r * 0.25);
            cone.lineTo(x + r * 0.15, y + r * 1.25);
            cone.closePath();
            fill(g, colours.second(), cone);
            Shape pool = new Ellipse2D.Double(x - r * 0.05, y - r * 0.05, r * 1.45, r * 1.45);
            fill(g, colours.strong(), pool);
            fill(g, colours.ground(), disc(x + r * 0.67, y + r * 0.45, r * 0.2));
            fill(
                    g,
                    colours.ground(),
                    new Arc2D.Double(x + r * 0.27, y + r * 0.68, r * 0.8, r * 1.2, 0, 180, Arc2D.PIE));
            fill(g, colours.paper(), disc(x - r * 0.95, y - r * 1.1, r * 0.14));
        }
    },
    DIAL {
        @Override
        void draw(Graphics2D g, Palette colours, double x, double y, double r, Random random) {
            fill(g, colours.strong(), disc(x, y, r));
            fill(g, colours.paper(), disc(x, y, r * 0.82));
            for (int hour = 0; hour < 12; hour++) {
                double length = hour % 3 == 0 ? 0.2 : 0.1;
                g.setColor(colours.ground());
                hand(g, x, y, r * (0.74 - length), r * 0.74, hour * 30.0, r * 0.045);
            }
            g.setColor(colours.ground());
            hand(g, x, y, -r * 0.12, r * 0.42, 360 * random.nextDouble(), r * 0.08);
            g.setColor(colours.strong());
            hand(g, x, y, -r * 0.16, r * 0.62, 360 * random.nextDouble(), r * 0.05);
            fill(g, colours.ground(), disc(x, y, r * 0.07));
        }
    },
    WAVES {
        @Override
        void draw(Graphics2D g, Palette colours, double x, double y, double r, Random random) {
            fill(g, colours.strong(), disc(x, y - r * 0.25, r * 0.75));
            for (int row = 0; row < 9; row++) {
                for (int wave = -6; wave <= 6; wave++) {
                    double left = x + r * (0.56 * wave + (row % 2 == 0 ? 0 : 0.28));
                    double top = y + r * (0.35 + 0.19 * row);
                    fill(g, colours.ground(), disc(left, top, r * 0.3));
                    rings(g, row % 3 == 0 ? colours.paper() : colours.second(), left, top, r * 0.28, 3);
                }
            }
        }
    },
    EYE {
        @Override
        void draw(Graphics2D g, Palette colours, double x, double y, double r, Random random) {
            for (int lash = 0; lash < 13; lash++) {
                g.setColor(colours.second());
                hand(g, x, y, r * 0.7, r * 1.35, -78 + 13.0 * lash, r * 0.05);
            }
            Path2D lid = new Path2D.Double();
            lid.moveTo(x - r * 1.15, y);
            lid.curveTo(x - r * 0.5, y - r * 0.95, x + r * 0.5, y - r * 0.95, x + r * 1.15, y);
            lid.curveTo(x + r * 0.5, y + r * 0.95, x - r * 0.5, y + r * 0.95, x - r * 1.15, y);
            fill(g, colours.paper(), lid);
            fill(g, colours.strong(), disc(x, y, r * 0.58));
            fill(g, colours.ground(), disc(x, y, r * 0.28));
            fill(g, colours.paper(), disc(x + r * 0.14, y - r * 0.16, r * 0.09));
        }
    },
    STRIPES {
        @Override
        void draw(Graphics2D g, Palette colours, double x, double y, double r, Random random) {
            for (int stripe = -9; stripe < 9; stripe++) {
                Shape bar = new Rectangle2D.Double(x + r * 0.5 * stripe, y - 4 * r, r * 0.25, 8 * r);
                fill(
                        g,
                        colours.second(),
                        AffineTransform.getRotateInstance(0.45, x, y).createTransformedShape(bar));
            }
            fill(g, colours.strong(), disc(x, y, r * 0.95));
            rings(g, colours.ground(), x, y, r * 0.95, 4);
        }
    },
    SPIRAL {
        @Override
        void draw(Graphics2D g, Palette colours, double x, double y, double r, Random random) {
            Path2D spiral = new Path2D.Double();
            spiral.moveTo(x, y);
            double turn = random.nextDouble() * Math.PI;
            for (double angle = 0; angle < 9 * Math.PI; angle += 0.06) {
                double reach = r * 1.15 * angle / (9 * Math.PI);
                spiral.lineTo(x + reach * Math.cos(angle + turn), y + reach * Math.sin(angle + turn));
            }
            g.setColor(colours.strong());
            g.setStroke(new BasicStroke((float) (r * 0.085), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
            g.draw(spiral);
            fill(g, colours.paper(), disc(x, y, r * 0.1));
        }
    },
    PEAKS {
        @Override
        void draw(Graphics2D g, Palette colours, double x, double y, double r, Random random) {
            fill(g, colours.paper(), disc(x + r * 0.4, y - r * 0.55, r * 0.42));
            peak(g, colours.second(), x - r * 0.8, y - r * 0.35, r * 1.5, y + 4 * r);
            peak(g, darker(colours.strong()), x + r * 0.95, y - r * 0.1, r * 1.3, y + 4 * r);
            peak(g, colours.strong(), x, y - r * 0.15, r * 1.1, y + 4 * r);
            hills(g, colours.ground(), x, y + r * 1.05, r, random);
        }
    };

    abstract void draw(Graphics2D g, Palette colours, double x, double y, double r, Random random);

    private static void fill(Graphics2D g, Color colour, Shape shape) {
        g.setColor(colour);
        g.fill(shape);
    }

    private static Shape disc(double x, double y, double r) {
        return new Ellipse2D.Double(x - r, y - r, 2 * r, 2 * r);
    }

    private static void rings(Graphics2D g, Color colour, double x, double y, double r, int count) {
        g.setColor(colour);
        g.setStroke(new BasicStroke((float) (r / count / 3.2)));
        for (int ring = 1; ring <= count; ring++) {
            g.draw(disc(x, y, r * ring / count * 0.95));
        }
    }

    private static void hand(Graphics2D g, double x, double y, double from, double to, double degrees, double width) {
        double sin = Math.sin(Math.toRadians(degrees));
        double cos = Math.cos(Math.toRadians(degrees));
        g.setStroke(new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.draw(new Line2D.Double(x + from * sin, y - from * cos, x + to * sin, y - to * cos));
    }

    private static void hills(Graphics2D g, Color colour, double x, double y, double r, Random random) {
        Path2D hills = new Path2D.Double();
        hills.moveTo(x - 4 * r, y + 4 * r);
        hills.lineTo(x - 4 * r, y);
        for (double at = -4; at < 4; at += 1) {
            double lift = r * (0.1 + 0.35 * random.nextDouble());
            hills.quadTo(x + r * (at + 0.5), y - lift, x + r * (at + 1), y);
        }
        hills.lineTo(x + 4 * r, y + 4 * r);
        hills.closePath();
        fill(g, colour, hills);
    }

    private static void peak(Graphics2D g, Color colour, double x, double top, double half, double foot) {
        Path2D peak = new Path2D.Double();
        peak.moveTo(x, top);
        double slope = (foot - top) * 0.6;
        peak.lineTo(x + Math.max(half, slope), foot);
        peak.lineTo(x - Math.max(half, slope), foot);
        peak.closePath();
        fill(g, colour, peak);
    }

    private static Color darker(Color colour) {
        return new Color(colour.getRed() * 7 / 10, colour.getGreen() * 7 / 10, colour.getBlue() * 7 / 10);
    }
}
