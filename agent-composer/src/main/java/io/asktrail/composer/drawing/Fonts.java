package io.asktrail.composer.drawing;

import io.asktrail.composer.chart.Mark;
import io.asktrail.composer.chart.Picture;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The typeface of pictures. One is in the jar, so that a machine without fonts draws the same; it has Latin letters and
 * the rupee sign. What it lacks, such as Devanagari, is taken from the machine's fonts, as far as there are any.
 */
final class Fonts {
    private static final String REGULAR = "/net/sf/jasperreports/fonts/dejavu/DejaVuSans.ttf";
    private static final String BOLD = "/net/sf/jasperreports/fonts/dejavu/DejaVuSans-Bold.ttf";

    private final Font regular;
    private final Font bold;

    private Fonts(Font regular, Font bold) {
        this.regular = regular;
        this.bold = bold;
    }

    // Reading the files takes a while: once, and not before a picture is asked for.
    private static final class Bundled {
        static final Fonts FONTS = new Fonts(load(REGULAR), load(BOLD));

        private static Font load(String resource) {
            try (var stream = Objects.requireNonNull(Fonts.class.getResourceAsStream(resource), resource)) {
                return Font.createFont(Font.TRUETYPE_FONT, stream);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            } catch (FontFormatException broken) {
                throw new IllegalStateException(resource + " is no font", broken);
            }
        }
    }

    /** The typeface that can write everything in a picture, or most of it. */
    static Fonts of(Picture picture) {
        var text = Stream.concat(
                        Stream.of(
                                picture.title(),
                                picture.subtitle(),
                                picture.place(),
                                picture.value().title()),
                        Stream.concat(
                                picture.series().stream(),
                                picture.marks().stream().map(Mark::member).filter(Objects::nonNull)))
                .collect(Collectors.joining());
        var bundled = Bundled.FONTS;
        if (bundled.regular.canDisplayUpTo(text) < 0) {
            return bundled;
        }
        return Stream.concat(Stream.of(Font.SANS_SERIF), families())
                .map(family -> new Font(family, Font.PLAIN, 12))
                .filter(font -> lacks(font, text) < lacks(bundled.regular, text))
                .min(Comparator.comparingLong(font -> lacks(font, text)))
                .map(font -> new Fonts(font, font.deriveFont(Font.BOLD)))
                .orElse(bundled);
    }

    private static Stream<String> families() {
        return Arrays.stream(GraphicsEnvironment.getLocalGraphicsEnvironment().getAvailableFontFamilyNames());
    }

    private static long lacks(Font font, String text) {
        return text.codePoints().filter(c -> !font.canDisplay(c)).count();
    }

    Font plain(float size) {
        return regular.deriveFont(size);
    }

    Font bold(float size) {
        return bold.deriveFont(size);
    }
}
