package dev.tenon.realtime;

import dev.tenon.realtime.engine.Frame;
import dev.tenon.realtime.protocol.EncodedPacket;
import dev.tenon.realtime.protocol.Packet;
import dev.tenon.realtime.protocol.Parser;
import java.util.ArrayList;
import java.util.List;

/** Turns packets into the frames that transports send; done once, however many receive them. */
record Frames(Parser parser) {
    List<Frame> of(Packet packet) {
        return of(packet, true);
    }

    List<Frame> of(Packet packet, boolean compress) {
        return of(parser.encode(packet), compress);
    }

    static List<Frame> of(EncodedPacket packet) {
        return of(packet, true);
    }

    static List<Frame> of(EncodedPacket packet, boolean compress) {
        if (packet.text().isPresent() && packet.binary().isEmpty()) {
            return List.of(new Frame.Text(packet.text().get(), compress));
        }
        List<Frame> frames = new ArrayList<>();
        packet.text().ifPresent(text -> frames.add(new Frame.Text(text, compress)));
        packet.binary().forEach(bytes -> frames.add(new Frame.Binary(bytes, compress)));
        return List.copyOf(frames);
    }
}
