/** Starts a real PostgreSQL and a real Keycloak without Docker, for {@code make run} and for the tests. */
@NullMarked
package org.hehuo.devstack;

import org.jspecify.annotations.NullMarked;
