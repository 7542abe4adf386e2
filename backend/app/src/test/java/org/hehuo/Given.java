package org.hehuo;

import java.util.concurrent.atomic.AtomicInteger;

/** The words with which a test says what there is before something happens. */
public final class Given {
    private static final AtomicInteger COUNT = new AtomicInteger();

    private Given() {}

    public static ATopic aTopic() {
        return new ATopic();
    }

    public static AProject aProject() {
        return new AProject();
    }

    public static AMeeting aMeeting() {
        return new AMeeting();
    }

    public static APartner aPartner() {
        return new APartner();
    }

    public static ACapability aCapability() {
        return new ACapability();
    }

    public static ACall aCall() {
        return new ACall();
    }

    public static AnApplication anApplication() {
        return new AnApplication();
    }

    /** A name that nothing else has. */
    public static String unique(String word) {
        return word + " " + COUNT.incrementAndGet() + "·" + Long.toString(System.nanoTime(), 36);
    }
}
