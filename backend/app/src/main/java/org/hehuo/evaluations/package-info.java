/** What people think of a result: once a person. */
@NullMarked
package org.hehuo.evaluations;

import org.jspecify.annotations.NullMarked;
