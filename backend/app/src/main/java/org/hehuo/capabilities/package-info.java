/** What partners can give. */
@NullMarked
package org.hehuo.capabilities;

import org.jspecify.annotations.NullMarked;
