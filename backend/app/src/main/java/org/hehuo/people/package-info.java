/** Persons, what they may reach, and how they can be reached. */
@NullMarked
package org.hehuo.people;

import org.jspecify.annotations.NullMarked;
