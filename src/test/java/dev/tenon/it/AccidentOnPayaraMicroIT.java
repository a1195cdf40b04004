package dev.tenon.it;

import java.io.IOException;

class AccidentOnPayaraMicroIT extends AccidentContract {
    @Override
    Server create() throws IOException {
        return new PayaraMicro();
    }
}
