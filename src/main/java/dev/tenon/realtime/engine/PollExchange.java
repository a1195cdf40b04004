package dev.tenon.realtime.engine;

/** A GET that waits for something to send. Exactly one of its methods is called, once, on any thread; neither blocks or throws. */
public interface PollExchange {
    /**
     * Answers 200 with the payload.
     *
     * @param text whether it is UTF-8 text; else it is bytes
     * @param compress whether it may be compressed
     */
    void answer(byte[] payload, boolean text, boolean compress);

    /** Answers with the status and the body of the error. */
    void refuse(EngineError error);
}
