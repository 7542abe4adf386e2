/** Who asks, and what that reaches. */
@NullMarked
package org.hehuo.kernel.security;

import org.jspecify.annotations.NullMarked;
