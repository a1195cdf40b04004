package dev.tenon.boot;

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
 * @param isComplete whether annotations and the descriptors of libraries do not count
 */
record WebXml(List<String> listeners, boolean isComplete) {
    static WebXml read(InputStream in) throws IOException {
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
        boolean complete = false;
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "web-app" -> complete = Boolean.parseBoolean(xml.getAttributeValue(null, "metadata-complete"));
                    case "listener-class" -> listeners.add(xml.getElementText().strip());
                    default -> {} // everything else is the container's business
                }
            }
        }
        return new WebXml(List.copyOf(listeners), complete);
    }
}
