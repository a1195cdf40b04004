package dev.tenon.it;

import java.util.List;

/** Through servers whose CDI is another, which have to be fetched first. */
class SessionMovesSoak extends SessionMoves {
    @Override
    List<String> route() {
        return List.of("payara-micro", "wildfly", "liberty", "tomcat11", "payara-micro");
    }
}
