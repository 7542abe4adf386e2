/** What the programme is called here, and the data that a new database begins with. */
@NullMarked
package org.hehuo.programme;

import org.jspecify.annotations.NullMarked;
