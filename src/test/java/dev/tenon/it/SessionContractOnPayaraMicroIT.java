package dev.tenon.it;

import java.io.IOException;

class SessionContractOnPayaraMicroIT extends SessionContract {
    @Override
    SessionSite create() throws IOException {
        return new SessionSite(new PayaraMicro());
    }
}
