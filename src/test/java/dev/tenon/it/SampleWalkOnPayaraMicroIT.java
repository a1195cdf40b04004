package dev.tenon.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class SampleWalkOnPayaraMicroIT extends SampleWalk {
    @Override
    Server create() throws IOException {
        return new PayaraMicro();
    }

    @Test
    void meters_areInTheMicroProfileMetricsOfTheServer() throws Exception {
        stage().customer();
        HttpResponse<String> answer = new Browser(stage().server()).get("/metrics", "text/plain");
        assertEquals(200, answer.statusCode());
        for (String meter : List.of("session_loads", "session_saves", "session_conflicts", "realtime_clients")) {
            Pattern line = Pattern.compile("tenon_" + meter + "\\w*\\{[^}]*context=\"" + Sample.AT + "\"");
            assertTrue(line.matcher(answer.body()).find(), () -> meter + " is not in\n" + answer.body());
        }
    }
}
