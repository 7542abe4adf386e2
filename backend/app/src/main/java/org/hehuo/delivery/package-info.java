/** Carries what people are told to where they want it: by e-mail, at once or once a day, and by SMS. */
@NullMarked
package org.hehuo.delivery;

import org.jspecify.annotations.NullMarked;
