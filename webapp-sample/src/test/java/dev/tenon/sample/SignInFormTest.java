package dev.tenon.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.tenon.validation.ValidationException;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SignInFormTest {
    @Test
    void password_thatComesTwice_isRefusedLikeNone() {
        HttpServletRequest request = form(Map.of("agent", new String[] {"mia"}, "password", new String[] {"a", "b"}));
        ValidationException refusal = assertThrows(
                ValidationException.class, () -> SignInForm.agent(SignInForm.check(request), Agents.load()));
        assertEquals("password", refusal.errors().get(0).name());
        assertEquals("Please enter your password", refusal.errors().get(0).message());
    }

    private static HttpServletRequest form(Map<String, String[]> fields) {
        Map<String, Object> answers = Map.of("getParameterMap", fields, "getCharacterEncoding", "UTF-8");
        return (HttpServletRequest) Proxy.newProxyInstance(
                SignInFormTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (request, method, args) -> method.getReturnType() == long.class ? -1L : answers.get(method.getName()));
    }
}
