/** Calls for partners (召集令): what the district looks for, written to be passed on. */
@NullMarked
package org.hehuo.calls;

import org.jspecify.annotations.NullMarked;
