package dev.tenon.realtime.adapter;

class MemoryAdapterTest extends AdapterContract {
    @Override
    protected Adapter create(LocalSockets sockets) {
        return new MemoryAdapter(sockets);
    }
}
