/** Lifecycles as tables, and the timeline that each step leaves. */
@NullMarked
package org.hehuo.kernel.life;

import org.jspecify.annotations.NullMarked;
