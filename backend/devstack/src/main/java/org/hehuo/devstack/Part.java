package org.hehuo.devstack;

/** One running server of the stack. */
interface Part extends AutoCloseable {
    String name();

    ProcessHandle handle();

    /** Ends it, and returns when it has ended. */
    @Override
    void close();
}
