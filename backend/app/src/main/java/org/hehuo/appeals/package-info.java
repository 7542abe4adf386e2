/** What residents may do about a decision that they do not accept: somebody else looks at it. */
@NullMarked
package org.hehuo.appeals;

import org.jspecify.annotations.NullMarked;
