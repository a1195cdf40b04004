package dev.tenon.realtime.protocol;

class JsonParserTest extends ParserContract {
    JsonParserTest() {
        super(Parser.json());
    }
}
