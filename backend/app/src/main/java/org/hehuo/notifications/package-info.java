/** Who follows what, and what they are told. */
@NullMarked
package org.hehuo.notifications;

import org.jspecify.annotations.NullMarked;
