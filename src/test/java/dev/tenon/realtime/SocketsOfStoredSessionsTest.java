package dev.tenon.realtime;

import java.util.Map;

class SocketsOfStoredSessionsTest extends SocketsOfSessionsContract {
    @Override
    Map<String, String> parameters() {
        return Map.of("tenon.session.store", "memory", "tenon.session.checkExpirationInterval", "1s");
    }
}
