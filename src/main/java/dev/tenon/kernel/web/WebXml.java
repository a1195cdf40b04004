package dev.tenon.kernel.web;

import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * What Tenon has to know of a deployment descriptor (Jakarta Servlet 6.0, chapter 14), which no API tells.
 *
 * @param listeners the names of the listener classes, in their order
 * @param welcomeFiles what is shown for a folder, in its order; none where the container's own list holds
 * @param isComplete whether annotations and the descriptors of libraries do not count
 */
public record WebXml(List<String> listeners, List<String> welcomeFiles, boolean isComplete) {
    private static final WebXml NONE = new WebXml(List.of(), List.of(), false);

    /**
     * Returns what the application's {@code web.xml} says; nothing if it has none.
     *
     * @throws IOException if it cannot be read
     */
    public static WebXml of(ServletContext context) throws IOException {
        try (InputStream in = context.getResourceAsStream("/WEB-INF/web.xml")) {
            return in == null ? NONE : read(in);
        }
    }

    /**
     * Returns what a descriptor says.
     *
     * @throws IOException if it cannot be read
     */
    public static WebXml read(InputStream in) throws IOException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            return read(factory.createXMLStreamReader(in));
        } catch (XMLStreamException e) {
            throw new IOException("a deployment descriptor cannot be read: " + e.getMessage(), e);
        }
    }

    private static WebXml read(XMLStreamReader xml) throws XMLStreamException {
        List<String> listeners = new ArrayList<>();
        List<String> welcomeFiles = new ArrayList<>();
        boolean complete = false;
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "web-app" -> complete = Boolean.parseBoolean(xml.getAttributeValue(null, "metadata-complete"));
                    case "listener-class" -> listeners.add(xml.getElementText().strip());
                    case "welcome-file" -> welcomeFiles.add(xml.getElementText().strip());
                    default -> {} // everything else is the container's business
                }
            }
        }
        return new WebXml(List.copyOf(listeners), List.copyOf(welcomeFiles), complete);
    }
}
