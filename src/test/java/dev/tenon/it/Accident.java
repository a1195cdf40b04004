package dev.tenon.it;

import java.util.LinkedHashMap;
import java.util.Map;

/** The requests that the accident test sends, by name; {@code @} stands for the context path. */
final class Accident {
    private static final String FORM = "uname=%E5%AE%A2%E6%9C%8D";
    private static final String PARTS = """
            --b
            Content-Disposition: form-data; name="uname"

            agent
            --b
            Content-Disposition: form-data; name="file"; filename="a.txt"
            Content-Type: text/plain

            bytes
            --b--
            """;

    private Accident() {}

    static Map<String, String> requests() {
        Map<String, String> requests = new LinkedHashMap<>();
        requests.put("static file", get("/", ""));
        requests.put("static file, known", get("/index.html", "If-Modified-Since: Wed, 21 Oct 2065 07:28:00 GMT\n"));
        requests.put("static file, a part", get("/index.html", "Range: bytes=2-5\n"));
        requests.put("HEAD", head("HEAD", "/index.html", ""));
        requests.put("OPTIONS", head("OPTIONS", "/index.html", ""));
        requests.put("OPTIONS of a servlet", head("OPTIONS", "/way/other", ""));
        requests.put("TRACE", head("TRACE", "/way/other", ""));
        requests.put("DELETE", head("DELETE", "/index.html", ""));
        requests.put("nothing there", get("/nothing", ""));
        requests.put("nothing there, browser", get("/agent/conversations/42", "Accept: text/html\n"));
        for (String way : new String[] {
            "text",
            "session",
            "async",
            "async-dispatch",
            "forward",
            "include",
            "redirect",
            "refuse",
            "fail",
            "fail-handled"
        }) {
            requests.put("servlet " + way, get("/way/" + way, ""));
        }
        requests.put("form", post("/way/form", "application/x-www-form-urlencoded", FORM));
        requests.put("parts", post("/way/parts", "multipart/form-data; boundary=b", PARTS));
        requests.put("parts, cut off", post("/way/parts", "multipart/form-data; boundary=b", PARTS.substring(0, 60)));
        requests.put("body", post("/way/body", "application/octet-stream", "bytes"));
        requests.put("upload path", post("/upload", "multipart/form-data; boundary=b", PARTS));
        requests.put("REST", get("/rest/things", ""));
        requests.put("REST with session beans", get("/rest/things/visits", ""));
        requests.put("REST form", post("/rest/things", "application/x-www-form-urlencoded", FORM));
        requests.put("REST failing", get("/rest/things/failing", ""));
        requests.put("polling", get("/socket.io/?EIO=4&transport=polling", ""));
        requests.put("upgrade", upgrade("/socket.io/?EIO=4&transport=websocket"));
        requests.put("upgrade of the application", upgrade("/echo"));
        requests.put("client script", get("/socket.io/socket.io.js", ""));
        return requests;
    }

    private static String get(String path, String headers) {
        return head("GET", path, headers);
    }

    private static String head(String method, String path, String headers) {
        return method + " @" + path + " HTTP/1.1\nHost: 127.0.0.1\nConnection: close\n" + headers + "\n";
    }

    private static String post(String path, String type, String body) {
        String wire = body.replace("\n", "\r\n");
        return head("POST", path, "Content-Type: " + type + "\nContent-Length: " + wire.length() + "\n") + body;
    }

    private static String upgrade(String path) {
        return "GET @" + path + """
                 HTTP/1.1
                Host: 127.0.0.1
                Connection: Upgrade
                Upgrade: websocket
                Sec-WebSocket-Version: 13
                Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==

                """;
    }
}
