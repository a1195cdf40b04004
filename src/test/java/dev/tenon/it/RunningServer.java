package dev.tenon.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jboss.arquillian.container.spi.client.container.ContainerConfiguration;
import org.jboss.arquillian.container.spi.client.container.DeployableContainer;
import org.jboss.arquillian.container.spi.client.container.DeploymentException;
import org.jboss.arquillian.container.spi.client.protocol.ProtocolDescription;
import org.jboss.arquillian.container.spi.client.protocol.metadata.HTTPContext;
import org.jboss.arquillian.container.spi.client.protocol.metadata.ProtocolMetaData;
import org.jboss.arquillian.container.spi.client.protocol.metadata.Servlet;
import org.jboss.shrinkwrap.api.Archive;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;

/** Arquillian's way to the server that the suite has running: an archive is one more application on it. */
final class RunningServer implements DeployableContainer<RunningServer.Configuration> {
    private static final String RUNNER = "ArquillianServletRunnerEE9";

    private static Server server;

    /** Names the server for the tests that run next, on this thread. */
    static void use(Server running) {
        server = running;
    }

    @Override
    public Class<Configuration> getConfigurationClass() {
        return Configuration.class;
    }

    @Override
    public ProtocolDescription getDefaultProtocol() {
        return new ProtocolDescription("Servlet 5.0");
    }

    @Override
    public ProtocolMetaData deploy(Archive<?> archive) throws DeploymentException {
        try {
            server.deploy(path(archive), file(archive));
            server.await(page(archive));
        } catch (IOException | InterruptedException | IllegalStateException e) {
            throw new DeploymentException(archive.getName() + " on " + server, e);
        }
        HTTPContext context = new HTTPContext("127.0.0.1", server.port());
        return new ProtocolMetaData().addContext(context.add(new Servlet(RUNNER, path(archive))));
    }

    @Override
    public void undeploy(Archive<?> archive) throws DeploymentException {
        try {
            server.undeploy(path(archive));
            server.await(page(archive), 404);
        } catch (IOException | InterruptedException | IllegalStateException e) {
            throw new DeploymentException(archive.getName() + " leaving " + server, e);
        }
    }

    private static Path file(Archive<?> archive) throws IOException {
        Path file = Build.target("it-wars").resolve(archive.getName());
        Files.createDirectories(file.getParent());
        archive.as(ZipExporter.class).exportTo(file.toFile(), true);
        return file;
    }

    private static String path(Archive<?> archive) {
        return "/" + archive.getName().replace(".war", "");
    }

    private static String page(Archive<?> archive) {
        return path(archive) + "/index.html";
    }

    /** Nothing is to be said of a server that runs. */
    static final class Configuration implements ContainerConfiguration {
        @Override
        public void validate() {}
    }
}
