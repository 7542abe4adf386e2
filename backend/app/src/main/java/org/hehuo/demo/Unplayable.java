package org.hehuo.demo;

/** A step of the story that the product cannot do yet. */
final class Unplayable extends RuntimeException {
    Unplayable(String step) {
        super(step, null, false, false);
    }
}
