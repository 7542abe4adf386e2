package org.hehuo.kernel.life;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What is said with a step that needs no words. */
public record Remark(@Size(max = 500) @Nullable String text) {}
