package org.hehuo.media;

/** The port to what keeps public words clean, which knows more than pictures do. */
public interface Captions {

    /** @throws org.hehuo.kernel.problem.Problem {@code invalid} naming the field {@code alt} */
    void check(String alt);
}
