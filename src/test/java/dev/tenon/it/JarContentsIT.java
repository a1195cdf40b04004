package dev.tenon.it;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/** What travels: the packaged jar, and the POM that is published beside it. */
class JarContentsIT {
    private static final String PUBLISHED_POM = "dependency-reduced-pom.xml";

    @Test
    void jar_holdsTenonAndItsDescriptionsOnly() throws IOException {
        assertNone(name -> !name.startsWith("dev/tenon/") && !name.startsWith("META-INF/"));
        assertNone(name -> name.startsWith("META-INF/") && name.endsWith(".class"));
    }

    @Test
    void jar_holdsNoLeftoverOfAnotherJar() throws IOException {
        assertNone(name -> name.startsWith("META-INF/versions") || name.startsWith("META-INF/maven"));
        assertNone(name -> name.endsWith("module-info.class"));
        assertNone(name -> name.startsWith("META-INF/services/") && name.contains("fasterxml"));
    }

    @Test
    void jackson_isRelocated() throws IOException {
        assertTrue(entries().contains("dev/tenon/json/jackson/JsonFactory.class"));
        try (JarFile jar = new JarFile(Build.jar().toFile())) {
            for (ZipEntry entry : jar.stream().toList()) {
                String bytes = new String(jar.getInputStream(entry).readAllBytes(), ISO_8859_1);
                boolean code = entry.getName().endsWith(".class");
                assertTrue(!code || !bytes.contains("com/fasterxml/jackson"), () -> entry + " names the original");
            }
        }
    }

    /** A fragment without {@code <distributable/>} would take distribution from an application that has it. */
    @Test
    void jar_holdsNoWebFragment() throws IOException {
        assertNone("META-INF/web-fragment.xml"::equals);
    }

    @Test
    void publishedPom_asksForNothing() throws Exception {
        Document pom = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(Build.target(PUBLISHED_POM).toFile());
        NodeList asked = (NodeList) XPathFactory.newInstance()
                .newXPath()
                .evaluate(
                        "/project/dependencies/dependency[not(scope='provided' or scope='test')]/artifactId",
                        pom,
                        XPathConstants.NODESET);
        assertEquals(0, asked.getLength(), () -> asked.item(0).getTextContent());
    }

    private static void assertNone(Predicate<String> unwanted) throws IOException {
        assertEquals(List.of(), entries().stream().filter(unwanted).sorted().toList());
    }

    private static Set<String> entries() throws IOException {
        try (JarFile jar = new JarFile(Build.jar().toFile())) {
            return jar.stream()
                    .map(ZipEntry::getName)
                    .filter(name -> !name.endsWith("/"))
                    .collect(toSet());
        }
    }
}
