package org.hehuo.kernel.http;

/** An answer that is given once and kept nowhere: not for repeated keys, not by anybody on the way. */
public interface Confidential {}
