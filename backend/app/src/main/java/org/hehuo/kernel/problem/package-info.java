/** One form for everything that goes wrong: RFC 9457 problems with a stable code. */
@NullMarked
package org.hehuo.kernel.problem;

import org.jspecify.annotations.NullMarked;
