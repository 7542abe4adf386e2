/** A claim that staff pass on to another partner, if both agree. */
@NullMarked
package org.hehuo.reassignments;

import org.jspecify.annotations.NullMarked;
