/** Partners' undertakings to carry a project, and the waiting list behind them. */
@NullMarked
package org.hehuo.claims;

import org.jspecify.annotations.NullMarked;
