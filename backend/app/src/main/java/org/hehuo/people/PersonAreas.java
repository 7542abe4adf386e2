package org.hehuo.people;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.hehuo.areas.AreaCode;

/** For which areas a person works from now on; none takes the role away. */
public record PersonAreas(
        @NotNull @Size(max = 50) List<@NotNull @Pattern(regexp = AreaCode.PATTERN) String> areaCodes) {}
