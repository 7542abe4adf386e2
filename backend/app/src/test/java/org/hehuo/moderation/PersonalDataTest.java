package org.hehuo.moderation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonalDataTest {
    @ParameterizedTest
    @CsvSource({
        "打我电话 13900001234 就行,personal_phone",
        "139-0000-1234,personal_phone",
        "１３９ ００００ １２３４,personal_phone",
        "+8613900001234,personal_phone",
        "身份证11010519491231002X,personal_id",
        "110105 19491231 002x,personal_id",
        "我家在3号楼2单元501,personal_flat",
        "12栋1单元 1203室,personal_flat",
        "住5-2-301的李奶奶,personal_flat"
    })
    void isRecognised(String text, String kind) {
        assertEquals(Optional.of(kind), PersonalData.in(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "7号楼3单元三楼拐角",
                "3号楼2单元",
                "0532-12345",
                "打 12345 或者 110",
                "2026-11-26 下午",
                "工单号 20261126000123456",
                "110105194912310021",
                "统一社会信用代码 91370203XH0000001R",
                "灯坏了 50 盏，花了 1200 元"
            })
    void whatIsNobodysMayBeSaid(String text) {
        assertEquals(Optional.empty(), PersonalData.in(text));
    }
}
