/** What happens, told as it happens, by server-sent events (WHATWG HTML, 9.2). */
@NullMarked
package org.hehuo.kernel.live;

import org.jspecify.annotations.NullMarked;
