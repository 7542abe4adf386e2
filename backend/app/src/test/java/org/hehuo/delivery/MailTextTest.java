package org.hehuo.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.Map;
import org.hehuo.kernel.text.Language;
import org.junit.jupiter.api.Test;

/** What people wrote stays on its line. */
class MailTextTest {

    @Test
    void aTitleBeginsNoOtherHeaderAndNoOtherLine() {
        var line = new MailText.Line("灯坏了\r\nBcc: all@reader.test\u0085x", "https://hehuo.test/me");
        var text =
                MailText.of(Language.ZH_CN, "灯坏了\r\n\r\n<b>Bcc: all@reader.test", List.of(line), List.of(), Map.of());
        assertEquals("灯坏了 <b>Bcc: all@reader.test", text.subject());
        assertEquals(
                "灯坏了 Bcc: all@reader.test x", text.plain().lines().findFirst().orElseThrow());
        assertFalse(text.html().contains("\r"));
    }
}
