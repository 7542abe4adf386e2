/** Events written with the change, read in one order by every consumer. */
@NullMarked
package org.hehuo.kernel.outbox;

import org.jspecify.annotations.NullMarked;
