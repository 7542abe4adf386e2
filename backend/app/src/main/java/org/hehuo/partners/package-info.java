/** The organisations that take part: the directory. */
@NullMarked
package org.hehuo.partners;

import org.jspecify.annotations.NullMarked;
