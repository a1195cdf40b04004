package dev.tenon.web;

import dev.tenon.boot.TenonInitializer;
import jakarta.servlet.Filter;
import jakarta.servlet.Servlet;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.LifecycleState;
import org.apache.catalina.Wrapper;
import org.apache.catalina.startup.ExpandWar;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.descriptor.web.FilterDef;
import org.apache.tomcat.util.descriptor.web.FilterMap;

/** One application with Tenon in an embedded Tomcat on loopback, for tests of one feature over real HTTP. */
public final class TomcatApp implements AutoCloseable {
    private final Tomcat tomcat = new Tomcat();
    private final HttpClient http = HttpClient.newHttpClient();
    private final Path base;
    private final Context context;

    private TomcatApp(String contextPath, Path docBase) throws IOException {
        base = Files.createTempDirectory(
                Files.createDirectories(Path.of("target/tomcats").toAbsolutePath()), "app");
        tomcat.setBaseDir(base.toString());
        tomcat.getConnector().setPort(0);
        tomcat.getConnector().setProperty("address", "127.0.0.1");
        context = tomcat.addWebapp(contextPath, docBase.toAbsolutePath().toString());
        context.setParentClassLoader(TomcatApp.class.getClassLoader());

        // The scanner would look for fragments in every jar of the test; the one initializer is named here.
        context.getJarScanner().setJarScanFilter((type, name) -> false);
    }

    /** Returns an application that is not started yet. */
    public static TomcatApp at(String contextPath, Path docBase) throws IOException {
        return new TomcatApp(contextPath, docBase);
    }

    /** Sets a context parameter. */
    public TomcatApp param(String name, String value) {
        context.addParameter(name, value);
        return this;
    }

    /** Adds a servlet of the application. */
    public TomcatApp servlet(String path, Servlet servlet) {
        Wrapper wrapper = Tomcat.addServlet(context, path, servlet); // its name
        wrapper.setAsyncSupported(true);
        wrapper.addMapping(path);
        return this;
    }

    /** Adds a filter of the application on every path. */
    public TomcatApp filter(Filter filter) {
        FilterDef definition = new FilterDef();
        definition.setFilterName(filter.getClass().getName());
        definition.setFilter(filter);
        definition.setAsyncSupported("true");
        context.addFilterDef(definition);
        FilterMap map = new FilterMap();
        map.setFilterName(definition.getFilterName());
        map.addURLPattern("/*");
        context.addFilterMap(map);
        return this;
    }

    /** Returns the context of the application, to listen to or change before it starts. */
    public Context context() {
        return context;
    }

    /** Returns the servlet context of the started application. */
    public ServletContext servletContext() {
        return context.getServletContext();
    }

    /**
     * Starts the server and the application.
     *
     * @param configurers the application's TenonConfigurer classes
     * @throws IllegalStateException if the application does not start
     */
    public TomcatApp start(Class<?>... configurers) throws LifecycleException {
        context.addServletContainerInitializer(new TenonInitializer(), Set.of(configurers));
        tomcat.start();
        if (context.getState() != LifecycleState.STARTED) {
            throw new IllegalStateException("the application did not start: its log says why");
        }
        return this;
    }

    /** Returns the address of a path of the application. */
    public URI uri(String path) {
        return URI.create("http://127.0.0.1:" + tomcat.getConnector().getLocalPort() + context.getPath() + path);
    }

    /** Returns the answer to a GET. */
    public HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        return send(request(path, headers).GET());
    }

    /** Returns the answer to a POST. */
    public HttpResponse<String> post(String path, String type, String body, String... headers)
            throws IOException, InterruptedException {
        return send(
                request(path, headers).header("Content-Type", type).POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** Returns the answer to a POST of bytes. */
    public HttpResponse<String> postBytes(String path, String type, byte[] body)
            throws IOException, InterruptedException {
        return send(request(path).header("Content-Type", type).POST(HttpRequest.BodyPublishers.ofByteArray(body)));
    }

    private HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path));
        return headers.length == 0 ? request : request.headers(headers);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    @Override
    public void close() throws LifecycleException {
        tomcat.stop();
        tomcat.destroy();
        ExpandWar.delete(base.toFile());
    }
}
