package dev.tenon.it;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** A picture that a customer sends: the corner where a table would stand. */
final class Room {
    private static final int WIDTH = 480;
    private static final int HEIGHT = 320;

    private Room() {}

    /** Returns the picture as PNG. */
    static byte[] picture() {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        fill(pen, 0xE9E2D4, 0, 0, WIDTH, 220); // the wall
        fill(pen, 0xC9AE8A, 0, 220, WIDTH, 100); // the floor
        fill(pen, 0xB7D3E2, 60, 40, 130, 110); // the window
        fill(pen, 0xF6F1E6, 121, 40, 8, 110);
        fill(pen, 0xF6F1E6, 60, 91, 130, 8);
        fill(pen, 0x8A5A33, 230, 165, 200, 14); // the table
        fill(pen, 0x7A4E2B, 244, 179, 12, 92);
        fill(pen, 0x7A4E2B, 404, 179, 12, 92);
        pen.setColor(new Color(0x2F6B4F));
        pen.fillOval(305, 118, 50, 40); // something green on it
        fill(pen, 0xB5573A, 315, 145, 30, 20);
        pen.dispose();
        return png(image);
    }

    private static void fill(Graphics2D pen, int color, int x, int y, int width, int height) {
        pen.setColor(new Color(color));
        pen.fillRect(x, y, width, height);
    }

    private static byte[] png(BufferedImage image) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
