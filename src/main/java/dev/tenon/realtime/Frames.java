package dev.tenon.realtime;

import dev.tenon.realtime.engine.Frame;
import dev.tenon.realtime.protocol.EncodedPacket;
import java.util.ArrayList;
import java.util.List;

/** Turns an encoded packet into the frames that its transports send; done once, however many receive them. */
final class Frames {
    private Frames() {}

    static List<Frame> of(EncodedPacket packet) {
        return of(packet, true);
    }

    static List<Frame> of(EncodedPacket packet, boolean compress) {
        Frame text = new Frame.Text(packet.text(), compress);
        if (packet.attachments().isEmpty()) {
            return List.of(text);
        }
        List<Frame> frames = new ArrayList<>();
        frames.add(text);
        packet.attachments().forEach(bytes -> frames.add(new Frame.Binary(bytes, compress)));
        return List.copyOf(frames);
    }
}
