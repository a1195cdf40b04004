package dev.tenon.realtime.adapter;

class LoopbackAdapterTest extends AdapterContract {
    @Override
    protected Adapter create(LocalSockets sockets) {
        return LoopbackAdapter.cluster().create(sockets);
    }
}
