package org.hehuo.imports;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.hehuo.imports.Finding.Verdict;
import org.hehuo.kernel.text.CleanText;
import org.hehuo.partners.CreditCode;
import org.hehuo.partners.Kind;
import org.jspecify.annotations.Nullable;

/** Reads one row's cells: what they mean, and what is to be said of each. */
final class Cells {
    private static final Pattern DATE =
            Pattern.compile("(\\d{4})(?:-|/|\\.|年)(\\d{1,2})(?:-|/|\\.|月)(\\d{1,2})日?(?: 00:00(?::00)?)?");
    private static final Pattern ISO = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    /** Mobile; area code and number; a city's own number; 400 and 800. */
    private static final Pattern PHONE = Pattern.compile(
            "1[3-9]\\d{9}|0\\d{2,3}-?\\d{7,8}(?:-\\d{1,6})?|[2-9]\\d{6,7}|[48]00-?\\d{3}-?\\d{4}|1\\d{4}");

    private static final Pattern FORMULA = Pattern.compile("[=+\\-@＝＋－＠].*", Pattern.DOTALL);

    private static final Map<String, Kind> KINDS = Map.ofEntries(
            Map.entry("企业", Kind.ENTERPRISE),
            Map.entry("国有企业", Kind.STATE_OWNED),
            Map.entry("事业单位", Kind.PUBLIC_INSTITUTION),
            Map.entry("学校", Kind.SCHOOL),
            Map.entry("医疗机构", Kind.HEALTH),
            Map.entry("金融机构", Kind.FINANCE),
            Map.entry("公安机关", Kind.POLICE),
            Map.entry("律师事务所", Kind.LAW_FIRM),
            Map.entry("社会组织", Kind.ASSOCIATION),
            Map.entry("个体工商户", Kind.INDIVIDUAL_BUSINESS));
    private static final Map<String, Kind> ALSO_CALLED = Map.ofEntries(
            Map.entry("公司", Kind.ENTERPRISE),
            Map.entry("民营企业", Kind.ENTERPRISE),
            Map.entry("国企", Kind.STATE_OWNED),
            Map.entry("幼儿园", Kind.SCHOOL),
            Map.entry("医院", Kind.HEALTH),
            Map.entry("诊所", Kind.HEALTH),
            Map.entry("银行", Kind.FINANCE),
            Map.entry("派出所", Kind.POLICE),
            Map.entry("律所", Kind.LAW_FIRM),
            Map.entry("协会", Kind.ASSOCIATION),
            Map.entry("社团", Kind.ASSOCIATION),
            Map.entry("个体户", Kind.INDIVIDUAL_BUSINESS));

    private static final Pattern AROUND = Pattern.compile("^[\\s　\\u00A0]+|[\\s　\\u00A0]+$");

    private final Map<ImportField, String> raw;
    private final Map<ImportField, String> plain = new EnumMap<>(ImportField.class);
    final List<Finding> findings = new ArrayList<>();

    Cells(Map<ImportField, String> raw) {
        this.raw = raw;
    }

    private String raw(ImportField field) {
        return raw.getOrDefault(field, "");
    }

    /** Whether the file has such a column, and this row something in it. */
    boolean has(ImportField field) {
        return !plain(field).isEmpty();
    }

    private String plain(ImportField field) {
        return plain.computeIfAbsent(field, this::trimmed);
    }

    /** Trimmed and in composed form; what no text can hold is nothing. */
    private String trimmed(ImportField field) {
        try {
            return AROUND.matcher(CleanText.clean(raw(field))).replaceAll("");
        } catch (IllegalArgumentException unwritable) {
            return "";
        }
    }

    String text(ImportField field) {
        String text = plain(field);
        if (!text.equals(raw(field)) && !raw(field).isBlank()) say(field, Verdict.REPAIR, "trimmed");
        // An export put it there.
        if (text.startsWith("'") && FORMULA.matcher(text.substring(1)).matches()) text = text.substring(1);
        if (text.codePointCount(0, text.length()) > field.most) {
            say(field, Verdict.REJECT, "too_long", String.valueOf(field.most));
        }
        if (FORMULA.matcher(text).matches()) say(field, Verdict.REPAIR, "formula");
        return text;
    }

    String required(ImportField field) {
        String text = text(field);
        if (text.isEmpty()) say(field, Verdict.REJECT, "required");
        return text;
    }

    /** Digits and signs in their narrow form. */
    private String narrow(ImportField field) {
        String text = plain(field);
        String narrow = Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
        if (!narrow.equals(text)) say(field, Verdict.REPAIR, "full_width");
        else if (!text.equals(raw(field))) say(field, Verdict.REPAIR, "trimmed");
        return narrow;
    }

    @Nullable
    String creditCode() {
        String code = narrow(ImportField.CREDIT_CODE).toUpperCase(Locale.ROOT);
        if (code.isEmpty()) return null;
        if (!CreditCode.Check.isValid(code)) say(ImportField.CREDIT_CODE, Verdict.REJECT, "credit_code");
        return code;
    }

    @Nullable
    Kind kind() {
        String word = required(ImportField.KIND);
        if (word.isEmpty()) return null;
        var kind = KINDS.get(word);
        if (kind != null) return kind;
        for (var each : Kind.values()) {
            if (each.name().equalsIgnoreCase(word)) return each;
        }
        kind = ALSO_CALLED.get(word);
        say(
                ImportField.KIND,
                kind == null ? Verdict.REJECT : Verdict.REPAIR,
                kind == null ? "kind" : "kind_read",
                word);
        return kind;
    }

    String phone() {
        String phone = narrow(ImportField.CONTACT_PHONE).replace(" ", "").replace("－", "-");
        if (!phone.isEmpty() && !PHONE.matcher(phone).matches()) {
            say(ImportField.CONTACT_PHONE, Verdict.REJECT, "phone");
        }
        return phone;
    }

    /** @return nothing for an empty cell and for what is no date */
    @Nullable
    LocalDate joinedOn(LocalDate today) {
        String text = narrow(ImportField.JOINED_ON);
        if (text.isEmpty()) return null;
        var parts = DATE.matcher(text);
        if (parts.matches()) {
            try {
                var date = LocalDate.of(
                        Integer.parseInt(parts.group(1)),
                        Integer.parseInt(parts.group(2)),
                        Integer.parseInt(parts.group(3)));
                if (!ISO.matcher(text).matches())
                    say(ImportField.JOINED_ON, Verdict.REPAIR, "date_read", date.toString());
                if (date.isAfter(today) || date.getYear() < 1949)
                    say(ImportField.JOINED_ON, Verdict.REJECT, "date_far");
                return date;
            } catch (DateTimeException noSuchDay) {
                say(ImportField.JOINED_ON, Verdict.REJECT, "date");
                return null;
            }
        }
        say(ImportField.JOINED_ON, Verdict.REJECT, "date");
        return null;
    }

    void say(ImportField field, Verdict verdict, String code) {
        say(field, verdict, code, null, null);
    }

    void say(ImportField field, Verdict verdict, String code, @Nullable String says) {
        say(field, verdict, code, says, null);
    }

    void say(ImportField field, Verdict verdict, String code, @Nullable String says, @Nullable String proposal) {
        findings.add(new Finding(field, verdict, code, raw(field), says, proposal));
    }

    boolean is(Verdict verdict) {
        return findings.stream().anyMatch(f -> f.verdict() == verdict);
    }
}
