package org.hehuo.imports;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a column of an imported table may hold, with the headings that offices give it. */
@Schema(name = "PartnerImportField")
enum ImportField {
    NAME(80, "单位名称", "名称", "单位", "机构名称", "企业名称", "合伙人", "合伙人名称", "name"),
    CREDIT_CODE(40, "统一社会信用代码", "社会信用代码", "信用代码", "统一信用代码", "creditcode"),
    KIND(40, "单位类型", "类型", "单位性质", "性质", "类别", "kind"),
    AREA(60, "所属街道", "街道", "所属社区", "社区", "所在街道", "所在社区", "区划", "服务范围", "area"),
    CONTACT_NAME(40, "联系人", "联系人姓名", "负责人", "联络员", "contact", "contactname"),
    CONTACT_PHONE(40, "联系电话", "电话", "手机", "手机号", "联系方式", "phone", "contactphone"),
    INTRO(500, "可提供资源", "资源", "提供资源", "资源清单", "简介", "单位简介", "intro"),
    JOINED_ON(40, "加入日期", "加入时间", "入伙日期", "入伙时间", "签约日期", "joined", "joinedon");

    /** What is longer fits nowhere. */
    final int most;

    private final Set<String> headings;

    ImportField(int most, String... headings) {
        this.most = most;
        this.headings = Set.of(headings);
    }

    static Optional<ImportField> headed(String heading) {
        String plain = heading.replaceAll("[\\s　*＊:：()（）_-]", "").toLowerCase(Locale.ROOT);
        return Arrays.stream(values()).filter(f -> f.headings.contains(plain)).findFirst();
    }
}
