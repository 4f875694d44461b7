package io.asktrail.composer.drawing;

import java.awt.Dimension;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * A drawing as SVG. Its text stays text: it can be searched and read aloud. There is no script in it and nothing that
 * is loaded from elsewhere; names in it are escaped by the writer of XML.
 */
final class Svg {
    private static final String NAMESPACE = "http://www.w3.org/2000/svg";

    /** What a reader without the typeface takes instead. */
    private static final String ELSE = ", Verdana, Arial, sans-serif";

    private Svg() {}

    static byte[] of(Drawing drawing) {
        try {
            var document = DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .getDOMImplementation()
                    .createDocument(NAMESPACE, "svg", null);
            var context = SVGGeneratorContext.createDefault(document);
            context.setComment(null);
            context.setPrecision(2);
            var canvas = new SVGGraphics2D(context, false);
            canvas.setSVGCanvasSize(new Dimension(drawing.width(), drawing.height()));
            drawing.on(canvas);
            var root = canvas.getRoot();
            dress(root, document, drawing);
            return written(root).getBytes(StandardCharsets.UTF_8);
        } catch (ParserConfigurationException | TransformerException impossible) {
            throw new IllegalStateException("an XML document cannot be made", impossible);
        }
    }

    private static void dress(Element root, Document document, Drawing drawing) {
        root.setAttribute("viewBox", "0 0 %d %d".formatted(drawing.width(), drawing.height()));
        root.setAttribute("role", "img");
        var title = document.createElementNS(NAMESPACE, "title");
        title.setTextContent(
                drawing.picture().title() + " – " + drawing.picture().subtitle());
        root.insertBefore(title, root.getFirstChild());
        families(root);
    }

    private static void families(Element element) {
        var family = element.getAttribute("font-family");
        if (!family.isEmpty() && !family.toLowerCase(Locale.ROOT).endsWith("sans-serif")) {
            element.setAttribute("font-family", family + ELSE);
        }
        for (var child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                families(inner);
            }
        }
    }

    private static String written(Element root) throws TransformerException {
        var factory = TransformerFactory.newDefaultInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        var transformer = factory.newTransformer();
        transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
        var text = new StringWriter();
        transformer.transform(new DOMSource(root), new StreamResult(text));
        return text.toString();
    }
}
