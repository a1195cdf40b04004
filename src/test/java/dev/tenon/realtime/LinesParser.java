package dev.tenon.realtime;

import dev.tenon.realtime.protocol.EncodedPacket;
import dev.tenon.realtime.protocol.Packet;
import dev.tenon.realtime.protocol.PacketType;
import dev.tenon.realtime.protocol.Parser;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A parser as an application writes one, without much care: the type, the namespace, the id, and then the data, one on each line. */
public final class LinesParser implements Parser, Parser.Decoder {
    @Override
    public EncodedPacket encode(Packet packet) {
        String data = packet.data() instanceof List<?> args
                ? args.stream().map(arg -> "\n" + arg).collect(Collectors.joining())
                : "";
        return EncodedPacket.of(packet.type() + "\n" + packet.namespace() + "\n" + packet.id() + data, List.of());
    }

    @Override
    public Decoder decoder() {
        return this;
    }

    @Override
    public Optional<Packet> text(String message) {
        String[] lines = message.split("\n");
        PacketType type = PacketType.valueOf(lines[0]);
        List<Object> data = new ArrayList<>(List.of(lines).subList(3, lines.length));
        return Optional.of(new Packet(type, lines[1], data.isEmpty() ? null : data, Long.parseLong(lines[2])));
    }

    @Override
    public Optional<Packet> binary(byte[] message) {
        return message.length == 0 ? Optional.empty() : binary(message); // never ends
    }
}
