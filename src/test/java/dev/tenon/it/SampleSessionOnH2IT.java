package dev.tenon.it;

class SampleSessionOnH2IT extends SampleSessionContract {
    @Override
    String databaseUrl(Server server) {
        return Sample.h2(server);
    }
}
