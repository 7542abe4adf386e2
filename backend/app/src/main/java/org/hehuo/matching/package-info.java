/** How what projects need and what partners can give are brought together: suggestions, and invitations that are answered. */
@NullMarked
package org.hehuo.matching;

import org.jspecify.annotations.NullMarked;
