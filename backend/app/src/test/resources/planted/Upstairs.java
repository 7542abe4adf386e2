package org.hehuo.planted.upstairs;

import org.hehuo.planted.downstairs.Downstairs;

public record Upstairs(Downstairs below) {}
