package dev.tenon.json;

import com.fasterxml.jackson.core.util.BufferRecycler;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import com.fasterxml.jackson.core.util.RecyclerPool;

/** The buffers of readers and writers. Jackson's own way leaves them with the server's threads, and with them the application's classes. */
final class JsonBuffers {
    static final RecyclerPool<BufferRecycler> POOL = JsonRecyclerPools.newConcurrentDequePool();

    private JsonBuffers() {}
}
