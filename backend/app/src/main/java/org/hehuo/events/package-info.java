/** The ordered change feed for other programs. */
@NullMarked
package org.hehuo.events;

import org.jspecify.annotations.NullMarked;
