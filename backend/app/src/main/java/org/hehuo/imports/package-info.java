/** Taking over a directory of partners that exists as a table. */
@NullMarked
package org.hehuo.imports;

import org.jspecify.annotations.NullMarked;
