package dev.tenon.web;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Requests that are nothing but an address and headers, for code that reads nothing else. */
public final class Requests {
    private Requests() {}

    /** Returns a request from that address; anything but its headers, address and being insecure throws. */
    public static HttpServletRequest from(String address, Map<String, String> headers) {
        Map<String, String> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        byName.putAll(headers);
        return (HttpServletRequest) Proxy.newProxyInstance(
                Requests.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getRemoteAddr" -> address;
                    case "isSecure" -> false;
                    case "getHeader" -> byName.get((String) arguments[0]);
                    case "getHeaders" ->
                        Collections.enumeration(Optional.ofNullable(byName.get((String) arguments[0])).stream()
                                .toList());
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }
}
