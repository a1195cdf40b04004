package dev.tenon.it;

import java.io.IOException;

class SessionContractOnPayaraMicroIT extends SessionContract {
    @Override
    Server create() throws IOException {
        return new PayaraMicro();
    }
}
