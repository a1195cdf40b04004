package dev.tenon.it;

import java.util.List;

/** Tomcat has no CDI: it hands the bytes of beans back as they are, and they are there again at the third server. */
class SessionMovesIT extends SessionMoves {
    @Override
    List<String> route() {
        return List.of("payara-micro", "tomcat10", "payara-micro");
    }
}
