package dev.tenon.it.inside;

import dev.tenon.validation.cdi.Validated;
import dev.tenon.validation.sanitize.Clamp;
import dev.tenon.validation.sanitize.Trim;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;

/** A bean of an application, validated by Tenon's annotation. */
@Validated
@ApplicationScoped
public class Accounts {
    /** Returns what was opened. */
    public String open(
            @Trim @Size(min = 6, max = 20, message = "请填写用户名") String uname, @Clamp(max = 99) @Min(18) int age) {
        return uname + " is " + age;
    }
}
