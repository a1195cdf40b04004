package dev.tenon.kernel.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.tenon.web.Requests;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrustedProxiesTest {
    private static final Map<String, String> FORWARDED = Map.of(
            "Host",
            "inner:8080",
            "X-Forwarded-Proto",
            "https",
            "X-Forwarded-Host",
            "shop.example",
            "X-Forwarded-For",
            "6.6.6.6, 203.0.113.9, 10.0.0.2");

    @Test
    void headersOfAStranger_doNotCount() {
        HttpServletRequest request = Requests.from("203.0.113.7", FORWARDED);
        TrustedProxies proxies = TrustedProxies.parse("10.0.0.0/8");
        assertEquals(false, proxies.isSecure(request));
        assertEquals("inner:8080", proxies.host(request));
        assertEquals("203.0.113.7", proxies.address(request));
    }

    @Test
    void headersOfATrustedProxy_count_andTheAddressIsTheLastStranger() {
        HttpServletRequest request = Requests.from("10.0.0.1", FORWARDED);
        TrustedProxies proxies = TrustedProxies.parse("10.0.0.0/8");
        assertEquals(true, proxies.isSecure(request));
        assertEquals("shop.example", proxies.host(request));
        assertEquals("203.0.113.9", proxies.address(request));
    }

    @Test
    void entryThatIsNoAddress_endsTheWalk() {
        HttpServletRequest request =
                Requests.from("10.0.0.1", Map.of("X-Forwarded-For", "6.6.6.6, 203.0.113.9:4711, 10.0.0.2"));
        assertEquals("203.0.113.9:4711", TrustedProxies.parse("10.0.0.0/8").address(request));
    }

    @Test
    void nobody_isTrustedByDefault() {
        HttpServletRequest request = Requests.from("127.0.0.1", FORWARDED);
        assertEquals("127.0.0.1", TrustedProxies.SETTING.defaultValue().address(request));
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8, 10.255.1.2, true",
        "10.0.0.0/8, 11.0.0.1, false",
        "192.168.1.7, 192.168.1.7, true",
        "192.168.1.7, 192.168.1.8, false",
        "10.0.0.0/9, 10.128.0.1, false",
        "::1, 0:0:0:0:0:0:0:1, true",
        "fd00::/8, fd12:3456::1, true",
        "0.0.0.0/0, ::1, false",
        "127.0.0.1, localhost, false",
        "10.0.0.0/8, 203.0.113.9:4711, false",
        "10.0.0.0/8, 999.0.0.1, false",
        "10.0.0.0/8, ':::', false"
    })
    void network_containsItsAddresses(String network, String address, boolean contained) {
        assertEquals(contained, Network.parse(network).contains(address));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"localhost", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/x", "10.0.0", "300.0.0.1", "proxy.example/8"
            })
    void text_thatIsNoNetwork_isRefused(String text) {
        assertThrows(IllegalArgumentException.class, () -> TrustedProxies.parse(text));
    }
}
