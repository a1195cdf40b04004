package dev.tenon.realtime;

import java.util.Map;

class SocketsOfContainerSessionsTest extends SocketsOfSessionsContract {
    @Override
    Map<String, String> parameters() {
        return Map.of();
    }
}
