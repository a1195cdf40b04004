package dev.tenon.it;

import java.io.IOException;

class ResumableWalkOnPayaraMicroIT extends ResumableWalk {
    @Override
    Server create() throws IOException {
        return new PayaraMicro();
    }
}
