/** Finding things by words. */
@NullMarked
package org.hehuo.search;

import org.jspecify.annotations.NullMarked;
