/** The database as SQL and records, and constraint names as problems. */
@NullMarked
package org.hehuo.kernel.sql;

import org.jspecify.annotations.NullMarked;
