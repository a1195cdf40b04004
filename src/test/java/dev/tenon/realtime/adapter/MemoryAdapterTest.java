package dev.tenon.realtime.adapter;

class MemoryAdapterTest extends AdapterContract {
    @Override
    Adapter create(Outlet outlet) {
        return new MemoryAdapter(outlet);
    }
}
