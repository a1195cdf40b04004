package dev.tenon.realtime.engine;

/** A GET that waits for something to send. Exactly one of its methods is called, once, on any thread; neither blocks or throws. */
public interface PollExchange {
    /** Answers 200 with the payload as UTF-8 text. */
    void answer(byte[] payload);

    /** Answers with the status and the body of the error. */
    void refuse(EngineError error);
}
