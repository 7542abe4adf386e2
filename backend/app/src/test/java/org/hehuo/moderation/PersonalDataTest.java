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
        "住5-2-301的李奶奶,personal_flat",
        "我家在3号楼501室,personal_flat",
        "3号楼501,personal_flat",
        "５栋１２０３,personal_flat",
        "5栋 1203室漏水,personal_flat",
        "3单元501,personal_flat",
        "二单元 302,personal_flat",
        "三号楼501室,personal_flat",
        "A座1203室,personal_flat",
        "B座 1203,personal_flat",
        "12幢2单元301室,personal_flat",
        "12幢2单元的 301 漏水,personal_flat",
        "8号楼2层201室,personal_flat",
        "3号楼501的灯,personal_flat",
        "李奶奶住在12号楼1单元三楼301,personal_flat",
        "十二号楼二单元一〇一室,personal_flat",
        "3号楼五零一室,personal_flat",
        "3单元501天天漏水,personal_flat",
        "3#501,personal_flat",
        "三栋一单元501,personal_flat",
        "三栋501室,personal_flat",
        "'3号楼, 2单元, 501',personal_flat"
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
                "灯坏了 50 盏，花了 1200 元",
                "3号楼门口",
                "5栋前面的路灯",
                "501路公交",
                "1203次",
                "3号楼5楼的灯",
                "3号楼2单元5楼",
                "3号楼501路公交站",
                "3号楼前的501路车",
                "5栋 1200元",
                "3号楼120户没水",
                "3号楼 2026年修好",
                "3单元 110 报过警",
                "5栋 12345 打过",
                "3号楼坏了，500米外",
                "7号楼1500平方米",
                "3座 100平米的房",
                "500座的礼堂",
                "门口有3座 200公斤的石像",
                "8号楼到501医院",
                "3单元120急救来过",
                "二单元一楼",
                "3号楼一百多户",
                "12月3号楼道灯坏了",
                "3单元200多人",
                "101号楼、102号楼都没水",
                "三号楼一二三单元都停电",
                "3号楼2单元有150人",
                "3号楼301教室",
                "建一座350万元的桥",
                "新建三栋180套房",
                "三座 120年的老树",
                "3号楼，2026春天要修",
                "5号楼2026冬季供暖",
                "2单元 220V 电压",
                "3号楼 350kg 电梯",
                "2栋、150间",
                "10-1-2026 开会"
            })
    void whatIsNobodysMayBeSaid(String text) {
        assertEquals(Optional.empty(), PersonalData.in(text));
    }
}
