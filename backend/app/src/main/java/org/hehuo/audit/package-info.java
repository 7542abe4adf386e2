/** What was done, by whom, for whoever answers for the whole. */
@NullMarked
package org.hehuo.audit;

import org.jspecify.annotations.NullMarked;
