package org.hehuo.planted.downstairs;

import org.hehuo.planted.upstairs.Upstairs;

public record Downstairs(Upstairs above) {}
