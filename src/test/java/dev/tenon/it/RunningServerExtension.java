package dev.tenon.it;

import org.jboss.arquillian.container.spi.client.container.DeployableContainer;
import org.jboss.arquillian.core.spi.LoadableExtension;

/** Makes the suite's server Arquillian's only one, in the run that {@code arquillian.xml} calls {@code suite}. */
final class RunningServerExtension implements LoadableExtension {
    @Override
    public void register(ExtensionBuilder builder) {
        if (System.getProperty("arquillian.launch", "").equals("suite")) {
            builder.service(DeployableContainer.class, RunningServer.class);
        }
    }
}
