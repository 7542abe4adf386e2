package org.hehuo.kernel.http;

import org.hehuo.kernel.text.Language;

/** The port to what the front page says first. */
public interface Welcome {

    Greeting greeting(Language language);

    record Greeting(String name, String slogan) {}
}
