package org.hehuo;

/** Tells a request's work from what the clock and the stream do meanwhile. */
public final class Asking {
    private Asking() {}

    public static boolean isOfARequest() {
        return StackWalker.getInstance()
                .walk(frames -> frames.map(StackWalker.StackFrame::getClassName)
                        .anyMatch(name -> name.startsWith("org.jboss.resteasy.") || name.endsWith(".CallerAugmentor")));
    }
}
