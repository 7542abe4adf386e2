/** The clock, working days, and what time brings about. */
@NullMarked
package org.hehuo.kernel.time;

import org.jspecify.annotations.NullMarked;
