package dev.tenon.it;

import java.io.IOException;

class SampleWalkOnPayaraMicroIT extends SampleWalk {
    @Override
    Server create() throws IOException {
        return new PayaraMicro();
    }
}
