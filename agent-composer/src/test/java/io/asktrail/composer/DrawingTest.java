package io.asktrail.composer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.asktrail.composer.AnyAnswer.Form;
import io.asktrail.contracts.agent.ComposerAgent.DrawRequest;
import io.asktrail.contracts.answer.Chart;
import io.asktrail.contracts.answer.PictureFormat;
import io.asktrail.contracts.answer.PictureSize;
import io.asktrail.contracts.caller.Role;
import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.error.SuiteException;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import tools.jackson.databind.json.JsonMapper;

class DrawingTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Composer COMPOSER = new Composer(() -> Run.REGISTRY);
    private static final PictureSize USUAL = new PictureSize(800, null, 1);

    @ParameterizedTest
    @EnumSource
    void drawsEveryFormAsPixelsInColoursOfItsOwn(Form form) throws Exception {
        // Given a chart as it comes out of the store
        var chart = stored(form);

        // When
        var small = image(draw(chart, PictureFormat.PNG, new PictureSize(500, 300, 1)));
        var dense = image(draw(chart, PictureFormat.PNG, new PictureSize(500, 300, 2)));

        // Then
        assertThat(small.getWidth()).isEqualTo(500);
        assertThat(small.getHeight()).isEqualTo(300);
        assertThat(dense.getWidth()).isEqualTo(1000);
        assertThat(small.getRGB(0, 0) & 0xFFFFFF).isEqualTo(0xFFFFFF);
        assertThat(colours(small)).as("the first colour of the palette").contains(0x0072B2);
    }

    @ParameterizedTest
    @EnumSource
    void drawsEveryFormAsTextAndStrokesThatLoadAndRunNothing(Form form) throws Exception {
        // When
        var svg = svg(draw(stored(form), PictureFormat.SVG, USUAL));

        // Then
        var elements = elements(svg);
        assertThat(elements).extracting(Element::getLocalName).doesNotContain("script", "foreignObject", "image", "a");
        assertThat(elements).allSatisfy(element -> {
            for (var i = 0; i < element.getAttributes().getLength(); i++) {
                var attribute = element.getAttributes().item(i);
                assertThat(attribute.getNodeName()).doesNotStartWith("on").doesNotContain("href");
            }
        });
        assertThat(svg.getDocumentElement().getAttribute("viewBox")).startsWith("0 0 800 ");
        assertThat(svg.getDoctype()).isNull();
    }

    @Test
    void writesNamesAsTheyAreWhateverIsInThem() throws Exception {
        // Given
        var task = Run.ask("spend").groupBy(List.of(Run.dimension("campaign"))).build();
        var draft = new Run(task)
                .gave(Run.table("campaign spend\n <script>alert(1)</script>&\" 12345678\n B 5"))
                .draft();

        // When
        var bytes = draw(Objects.requireNonNull(draft.chart()), PictureFormat.SVG, USUAL);

        // Then
        assertThat(new String(bytes, java.nio.charset.StandardCharsets.UTF_8)).doesNotContain("<script");
        assertThat(texts(svg(bytes)))
                .contains("Ad spend by campaign", "1–31 Oct 2025", "<script>alert(1)</script>&\"", "₹1.23 crore", "₹5")
                .contains("₹50 lakh");
    }

    @Test
    void growsWithItsMembersSoThatEachNameHasRoom() throws Exception {
        // Given
        var two = members(2);
        var twenty = members(20);

        // When
        var low = image(draw(two, PictureFormat.PNG, USUAL));
        var high = image(draw(twenty, PictureFormat.PNG, USUAL));

        // Then: at 12 pixels a name needs about 15
        assertThat(high.getHeight() - low.getHeight()).isGreaterThanOrEqualTo(18 * 15);
        assertThat(names(draw(twenty, PictureFormat.SVG, USUAL))).hasSize(20);
        assertThat(apart(draw(twenty, PictureFormat.SVG, USUAL))).isGreaterThanOrEqualTo(15);
    }

    @Test
    void leavesALineOpenWhereANumberIsMissing() throws Exception {
        // Given: three days of which the second has none
        var whole = line("2025-10-01 5\n 2025-10-02 6\n 2025-10-03 7");
        var open = line("2025-10-01 5\n 2025-10-02 -\n 2025-10-03 7");

        // Then
        assertThat(strokes(draw(whole, PictureFormat.SVG, USUAL))).isEqualTo(2);
        assertThat(strokes(draw(open, PictureFormat.SVG, USUAL))).isZero();
    }

    @Test
    void saysThatAChartOfAnotherMakeCannotBeDrawn() {
        var foreign = new Chart(Map.of("$schema", "https://vega.github.io/schema/vega-lite/v6.json", "mark", "arc"));

        assertThatThrownBy(() -> draw(foreign, PictureFormat.PNG, USUAL))
                .isInstanceOfSatisfying(
                        SuiteException.class,
                        failure -> assertThat(failure.code()).isEqualTo(ErrorCode.UNKNOWN_ID));
    }

    @Test
    void boundsItsSize() {
        assertThatThrownBy(() -> new PictureSize(319, null, 1)).hasMessageContaining("from 320 to 1600");
        assertThatThrownBy(() -> new PictureSize(1601, null, 1)).hasMessageContaining("width is 1601");
        assertThatThrownBy(() -> new PictureSize(800, 1201, 1)).hasMessageContaining("from 200 to 1200");
        assertThatThrownBy(() -> new PictureSize(800, 199, 1)).hasMessageContaining("height is 199");
        assertThatThrownBy(() -> new PictureSize(800, 600, 3)).hasMessageContaining("from 1 to 2");
    }

    private static byte[] draw(Chart chart, PictureFormat format, PictureSize size) {
        return COMPOSER.draw(Run.by(Role.ADMIN), new DrawRequest(chart, format, size))
                .picture();
    }

    // The store keeps JSON.
    private static Chart stored(Form form) {
        return stored(new AnyAnswer(5).of(form).draft().chart());
    }

    private static Chart stored(@Nullable Chart chart) {
        return JSON.readValue(JSON.writeValueAsString(Objects.requireNonNull(chart)), Chart.class);
    }

    private static Chart members(int count) {
        var text = new StringBuilder("geo spend");
        IntStream.rangeClosed(1, count).forEach(i -> text.append("\nS%d %d".formatted(i, i)));
        var task = Run.ask("spend").groupBy(List.of(Run.dimension("geo"))).build();
        return stored(new Run(task).gave(Run.table(text.toString())).draft().chart());
    }

    private static Chart line(String rows) {
        var task = Run.ask("spend")
                .time(Run.october(io.asktrail.contracts.task.Grain.DAY))
                .build();
        return stored(
                new Run(task).gave(Run.table("date spend\n " + rows)).draft().chart());
    }

    private static BufferedImage image(byte[] png) throws IOException {
        return Objects.requireNonNull(ImageIO.read(new ByteArrayInputStream(png)));
    }

    private static java.util.Set<Integer> colours(BufferedImage image) {
        var colours = new java.util.HashSet<Integer>();
        for (var x = 0; x < image.getWidth(); x++) {
            for (var y = 0; y < image.getHeight(); y++) {
                colours.add(image.getRGB(x, y) & 0xFFFFFF);
            }
        }
        return colours;
    }

    private static Document svg(byte[] bytes) throws Exception {
        var factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(bytes));
    }

    private static List<Element> elements(Document svg) {
        var nodes = svg.getElementsByTagNameNS("*", "*");
        return IntStream.range(0, nodes.getLength())
                .mapToObj(i -> (Element) nodes.item(i))
                .toList();
    }

    private static List<String> texts(Document svg) {
        return elements(svg).stream()
                .filter(element -> element.getLocalName().equals("text"))
                .map(Element::getTextContent)
                .toList();
    }

    private static List<Element> names(byte[] svg) throws Exception {
        return elements(svg(svg)).stream()
                .filter(element -> element.getLocalName().equals("text")
                        && element.getTextContent().matches("S\\d+"))
                .toList();
    }

    // The least distance between two names, by the lines that they stand on.
    private static double apart(byte[] svg) throws Exception {
        var lines = names(svg).stream()
                .map(name -> Double.parseDouble(name.getAttribute("y")))
                .sorted()
                .toList();
        return IntStream.range(1, lines.size())
                .mapToDouble(i -> lines.get(i) - lines.get(i - 1))
                .min()
                .orElseThrow();
    }

    // Lines as thick as those of a series; dots and axes are thinner.
    private static long strokes(byte[] svg) throws Exception {
        return elements(svg(svg)).stream()
                .filter(element -> element.getLocalName().equals("line"))
                .filter(element -> width(element).equals("2.2"))
                .count();
    }

    private static String width(Element element) {
        return element.hasAttribute("stroke-width") || !(element.getParentNode() instanceof Element parent)
                ? element.getAttribute("stroke-width")
                : width(parent);
    }
}
