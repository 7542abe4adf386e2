/** Keyset lists with signed cursors. */
@NullMarked
package org.hehuo.kernel.paging;

import org.jspecify.annotations.NullMarked;
