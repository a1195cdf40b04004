package dev.tenon.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A server that deploys what appears in a folder, under a context path named by the file, and undeploys what is gone from it. */
abstract class FolderServer extends Server {
    FolderServer(String name, Path home) {
        super(name, home);
    }

    /** Returns the folder that the server watches. */
    abstract Path folder();

    /** In one step: no server finds half a file. */
    @Override
    void deploy(String contextPath, Path war) throws IOException {
        Files.createDirectories(folder());
        Path copy = home().resolve(war.getFileName());
        Files.copy(war, copy, StandardCopyOption.REPLACE_EXISTING);
        Files.move(copy, folder().resolve(fileName(contextPath)), StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    void undeploy(String contextPath) throws IOException {
        Files.delete(folder().resolve(fileName(contextPath)));
    }
}
