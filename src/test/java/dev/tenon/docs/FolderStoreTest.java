package dev.tenon.docs;

import dev.tenon.session.KeyValueSessionStoreContract;
import dev.tenon.session.SessionStore;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** The store of the guide keeps what such a store promises. */
class FolderStoreTest extends KeyValueSessionStoreContract {
    @TempDir
    private static Path folder;

    private static SessionStore store;

    @Override
    protected SessionStore store() {
        if (store == null) {
            store = new Snippets.FolderStore(folder);
        }
        return store;
    }
}
