package dev.tenon.realtime;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;

/** What a server of Socket.IO 4.8 can do, each with the tests that show that this one can. A test that is renamed is missed here. */
class FeaturesTest {
    private static final String FEATURES = """
            same port and container as the application: web.EngineOnTomcatTest.webSocket_knowsItsRequest, RealtimeOnTomcatTest.session_isKnownToItsSocketsAndEndsThem
            polling: web.EngineOnTomcatTest.polling_echoes, RealtimeOnTomcatTest.polling_carriesEventsAcksAndBytes
            websocket: web.EngineOnTomcatTest.webSocket_echoes, RealtimeOnTomcatTest.webSocket_carriesEventsAcksAndBytes
            upgrade: engine.UpgradeTest.upgrade_carriesTheSessionOver, RealtimeOnTomcatTest.polling_becomesWebSocketWithoutLosingAnything
            clients of version 2 (allowEIO3): RevisionTest.oldClient_isInTheMainNamespace_withoutAsking, engine.Protocol3Test.open_isRefused_unlessAllowed
            official client for Java: JavaClientTest.client_talks
            namespaces: ConnectTest.namespaces_areJoinedOneByOne, ConnectTest.unknownNamespace_isRefused
            dynamic namespaces by pattern: NamespacesTest.pattern_letsClientsMakeNamespaces
            dynamic namespaces by function: NamespacesTest.rule_decidesByNameAndAuth, NamespacesTest.rule_mayAnswerLater
            new_namespace: NamespacesTest.newNamespace_isToldOnce
            cleanupEmptyChildNamespaces: NamespacesTest.child_endsWithItsLastSocketWhereThisIsAskedFor, NamespacesTest.child_staysWithoutSockets
            use on a namespace: ConnectTest.middleware_runsInOrderBeforeTheConnection
            connect_error with data: ConnectTest.refusal_reachesTheClientWithMessageAndData
            use on a socket: SocketMiddlewareTest.steps_runInOrderBeforeTheHandlers
            rooms: RoomsOfSocketsTest.to_room_reachesItsMembersOnce, RoomsOfSocketsTest.to_idOfSocket_reachesIt
            except: RoomsOfSocketsTest.except_isOneTargetMore
            local: ClusterTest.local_reachesThisServerOnly
            volatile: EventsTest.volatileEvent_isLostForAClientThatIsBusy, BroadcastTest.volatileEvent_isLostForAClientThatIsBusy
            compress: BroadcastTest.compress_isToldToTheTransport
            broadcast targets are immutable: BroadcastTest.broadcast_isNotChangedByWhatNarrowsIt
            a packet is encoded once: RoomsOfSocketsTest.emit_sendsTheSameFramesToAll
            acks of the server: EventsTest.ack_isSentOnce
            acks of the client: EventsTest.emitWithAck_isAnsweredByTheClient
            timeout of an ack: EventsTest.emitWithAck_failsWhenNoAnswerCame
            broadcast with acks: BroadcastTest.emitWithAck_hasTheAnswersOfAll, ClusterTest.emitWithAck_gathersTheAnswersOfBothServers
            fetchSockets: BroadcastTest.fetchSockets_tellsWhoIsThere, ClusterTest.fetchSockets_tellsAboutThoseOfTheOtherServer
            socketsJoin, socketsLeave: BroadcastTest.socketsJoin_andLeave_moveThemAll
            disconnectSockets: BroadcastTest.disconnectSockets_endsThoseOfTheRoom
            serverSideEmit: ClusterTest.serverSideEvent_isHeardByTheOtherServer
            serverSideEmitWithAck: ClusterTest.serverSideEvent_isAnsweredOnce
            connection state recovery: RecoveryTest.client_thatWasCutOff_isTheSameSocketAgain, RecoveryTest.client_thatComesBack_hearsWhatItMissed_beforeItsConnect
            skipMiddlewares: RecoveryTest.middleware_isSkipped_byWhoComesBack, RecoveryTest.middleware_isSkipped_unlessAskedFor
            handshake: ConnectTest.handshake_tellsTheRequestAndTheAuth
            socket.data: RecoveryTest.client_thatWasCutOff_isTheSameSocketAgain, BroadcastTest.fetchSockets_tellsWhoIsThere
            disconnecting with rooms: DisconnectTest.transport_thatEnds_endsAllSocketsOnce
            reasons of the reference: web.EngineOnTomcatTest.ends_areToldWithTheirReason, DisconnectTest.shutdown_endsEverything
            once, off, removeAllListeners: SocketMiddlewareTest.once_hearsOneEvent, SocketMiddlewareTest.off_takesOneHandlerAway, SocketMiddlewareTest.removeAllListeners_takesTheHandlersOfOneEvent_orOfAll
            onAny, prependAny: SocketMiddlewareTest.catchAll_hearsEveryEventBeforeTheHandlers_alsoWithoutOne
            onAnyOutgoing: SocketMiddlewareTest.outgoingCatchAll_hearsWhatIsEmitted
            parser: ParserTest.msgpack_carriesEventsAcksAndBytes, ParserTest.parserOfTheApplication_isUsed, protocol.MessagePackParserTest.packetsOfNode_areRead
            bytes anywhere in the arguments: EventsTest.bytes_comeAndGoAnywhere
            arguments as Java values: TypedHandlersTest.handlers_ofOneToFourArguments_areGivenThem, TypedHandlersTest.record_isMadeOfAnObject_bytesIncluded
            cookie: web.WebOptionsOnTomcatTest.cookie_hasItsOptions_alsoOnAWebSocket
            CORS: web.EngineOnTomcatTest.cors_allowsTheNamedOrigin, web.WebOptionsOnTomcatTest.preflight_isAnswered_asTheOptionsSay
            allowRequest: web.WebOptionsOnTomcatTest.allowRequest_isAskedForHandshakes_andRefusesThem
            maxHttpBufferSize: web.EngineOnTomcatTest.largeBody_isRefused_andTheSessionLives, engine.PollingTest.open_announcesTheOptions
            pingInterval, pingTimeout: engine.HeartbeatTest.ping_isSentAfterTheInterval_again_andAgain, engine.HeartbeatTest.silentClient_endsAfterTheTimeout
            upgradeTimeout: engine.UpgradeTest.upgrade_thatTakesTooLong_isAborted_andTheSessionPolls
            connectTimeout: ConnectTest.clientThatJoinsNothing_isClosedAfterConnectTimeout
            transports, allowUpgrades: web.WebOptionsOnTomcatTest.transports_thatAreOff_areUnknown, web.WebOptionsOnTomcatTest.upgrade_isNotOffered_andRefused_whenThatIsOff
            addTrailingSlash: web.WebOptionsOnTomcatTest.slash_mayBeLeftOut_whereTheOptionsSaySo
            httpCompression with its threshold: web.WebOptionsOnTomcatTest.poll_isCompressed_asTheClientAccepts, web.WebOptionsOnTomcatTest.poll_thatIsSmall_isNotCompressed
            perMessageDeflate: web.WebOptionsOnTomcatTest.extensions_areTheContainers_whereAllowed
            serveClient: web.WebOptionsOnTomcatTest.clientFiles_areServed_theNewestOfAWebJar, web.WebOptionsOnTomcatTest.clientFiles_ofTheApplication_comeFirst_andNoOtherNames
            counts: BroadcastTest.counts_tellConnectionsAndSockets, BackPressureOnTomcatTest.stalledClients_loseVolatileEventsAndStay
            events of rooms: NamespacesTest.roomEvents_areHeardByTheNamespaceAndItsParent
            several servers: RedisClusterTest.emit_reachesBothServers, JdbcClusterOnH2Test.emit_reachesBothServers
            methods of beans: cdi.OnEventTest.arguments_areJavaValues_andTheResultIsTheAnswer
            order and threads of handlers: RealtimeOnTomcatTest.handlers_runInOrderAndOneAtATime_onTheThreadThatReceived
            every tab of a session: SocketsOfContainerSessionsTest.ioSession_reachesEveryTabOfIt_andNobodyElse, SocketsOfStoredSessionsTest.workOfAHandler_isKept
            admin UI: admin.AdminPagesOnTomcatTest.page_isToldWhatSocketsDo, admin.AdminPagesOnTomcatTest.commands_areObeyed, admin.AdminAccessOnTomcatTest.page_signsInOnce_andComesBackWithItsSession, admin.AdminInClusterTest.page_seesTheServersAndSocketsOfBoth
            bounded queues: BackPressureOnTomcatTest.stalledClients_areDisconnectedByTheOthers
            rate limit: RateLimitTest.average_isWhatIsAllowed
            """;

    static Stream<String> features() {
        return FEATURES.lines();
    }

    @ParameterizedTest
    @MethodSource("features")
    void feature_isShownByTests(String feature) throws ClassNotFoundException {
        String tests = feature.substring(feature.indexOf(": ") + 2);
        for (String test : tests.split(", ", -1)) {
            int dot = test.lastIndexOf('.');
            Class<?> type = Class.forName(FeaturesTest.class.getPackageName() + "." + test.substring(0, dot));
            assertTrue(hasTest(type, test.substring(dot + 1)), test);
        }
    }

    private static boolean hasTest(Class<?> type, String name) {
        return methods(type)
                .anyMatch(method ->
                        method.getName().equals(name) && AnnotationSupport.isAnnotated(method, Testable.class));
    }

    private static Stream<Method> methods(Class<?> type) {
        return Stream.<Class<?>>iterate(type, known -> known != null, Class::getSuperclass)
                .flatMap(known -> Arrays.stream(known.getDeclaredMethods()));
    }
}
