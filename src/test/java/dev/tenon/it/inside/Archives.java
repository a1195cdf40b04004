package dev.tenon.it.inside;

import java.io.File;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** What is deployed: the packaged jar, never the classes folder. */
final class Archives {
    private Archives() {}

    /** @param keys lines of {@code META-INF/tenon.properties} */
    static WebArchive withTenon(String keys) {
        return ShrinkWrap.create(WebArchive.class, "inside.war")
                .addAsLibrary(new File(System.getProperty("it.jar")))
                .addClass(CurrentRequest.class)
                .addAsWebResource(new StringAsset("<!doctype html><title>Inside</title>"), "index.html")
                .addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml")
                .addAsResource(new StringAsset(keys), "META-INF/tenon.properties");
    }
}
