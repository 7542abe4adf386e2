package org.hehuo.devstack;

/** What keeps the stack from starting, said in one line for the person at the keyboard. */
public final class DevstackException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DevstackException(String message) {
        super(message);
    }

    DevstackException(String message, Throwable cause) {
        super(message, cause);
    }
}
