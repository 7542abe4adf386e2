/** The demonstration programme, played through the same services as real life, in the development profile only. */
@NullMarked
package org.hehuo.demo;

import org.jspecify.annotations.NullMarked;
