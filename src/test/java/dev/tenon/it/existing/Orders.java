package dev.tenon.it.existing;

import dev.tenon.validation.cdi.Validated;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;

/** Takes orders. The annotation of Tenon is all that was added. */
@Validated
@ApplicationScoped
public class Orders {
    /** Returns what was ordered. */
    public String order(@NotBlank String product, @Min(1) @Max(99) int count) {
        return count + " of " + product;
    }
}
