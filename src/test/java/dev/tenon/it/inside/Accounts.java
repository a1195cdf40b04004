package dev.tenon.it.inside;

import dev.tenon.validation.cdi.Validated;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;

/** A bean of an application, validated by Tenon's annotation. */
@Validated
@ApplicationScoped
public class Accounts {
    /** Returns what was opened. */
    public String open(@Size(min = 6, max = 20, message = "请填写用户名") String uname, @Min(18) int age) {
        return uname + " is " + age;
    }
}
