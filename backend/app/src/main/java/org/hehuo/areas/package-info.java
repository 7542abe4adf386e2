/** The district, its subdistricts, communities and compounds; a code's prefix is its parent. */
@NullMarked
package org.hehuo.areas;

import org.jspecify.annotations.NullMarked;
